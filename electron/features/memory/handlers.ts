import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('to be written');
};

export const memoryHandlers = {
  suggest: os.memory.suggest.handler(missing),
  concordance: os.memory.concordance.handler(missing),
  exactMatches: os.memory.exactMatches.handler(missing),
  fill: os.memory.fill.handler(missing),
  status: os.memory.status.handler(missing),
  inspectTmx: os.memory.inspectTmx.handler(missing),
  importTmx: os.memory.importTmx.handler(missing),
  removeSource: os.memory.removeSource.handler(missing),
  exportTmx: os.memory.exportTmx.handler(missing),
};
