import { os } from '../../implement.ts';

export const exchangeHandlers = {
  inspect: os.exchange.inspect.handler(() => {
    throw new Error('scaffold');
  }),
  preview: os.exchange.preview.handler(() => {
    throw new Error('scaffold');
  }),
  import: os.exchange.import.handler(() => {
    throw new Error('scaffold');
  }),
  export: os.exchange.export.handler(() => {
    throw new Error('scaffold');
  }),
};
