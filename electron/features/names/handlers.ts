import { os } from '../../implement.ts';

export const namesHandlers = {
  suggest: os.names.suggest.handler(() => {
    throw new Error('scaffold');
  }),
  match: os.names.match.handler(() => {
    throw new Error('scaffold');
  }),
};
