import { os } from '../../implement.ts';

function unbuilt(): never {
  throw new Error('not built yet');
}

export const archiveHandlers = {
  contents: os.archive.contents.handler(unbuilt),
  create: os.archive.create.handler(unbuilt),
};
