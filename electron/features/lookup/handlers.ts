import { os } from '../../implement.ts';
import { lookUp } from './find.ts';

export const lookupHandlers = {
  find: os.lookup.find.handler(({ context, input }) => lookUp(context, input)),
};
