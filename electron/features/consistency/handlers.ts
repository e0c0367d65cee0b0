import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('to be written');
};

export const consistencyHandlers = {
  check: os.consistency.check.handler(missing),
  accept: os.consistency.accept.handler(missing),
};
