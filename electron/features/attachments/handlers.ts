import { os } from '../../implement.ts';

function unbuilt(): never {
  throw new Error('not built yet');
}

export const attachmentsHandlers = {
  list: os.attachments.list.handler(unbuilt),
  add: os.attachments.add.handler(unbuilt),
  update: os.attachments.update.handler(unbuilt),
  remove: os.attachments.remove.handler(unbuilt),
  download: os.attachments.download.handler(unbuilt),
};
