import { os } from '../../implement.ts';
import { bringUpToDate } from '../../search-index/index.ts';
import { findRecords } from './find.ts';

export const searchHandlers = {
  find: os.search.find.handler(async ({ context, input }) => {
    await bringUpToDate(context);
    return findRecords(context.connection, input);
  }),
};
