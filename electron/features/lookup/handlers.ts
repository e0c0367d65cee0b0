import { os } from '../../implement.ts';

export const lookupHandlers = {
  find: os.lookup.find.handler((): never => {
    throw new Error('being written');
  }),
};
