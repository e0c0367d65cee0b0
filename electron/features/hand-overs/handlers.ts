import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('to be written');
};

export const handOversHandlers = {
  export: os.handOvers.export.handler(missing),
  read: os.handOvers.read.handler(missing),
  apply: os.handOvers.apply.handler(missing),
};
