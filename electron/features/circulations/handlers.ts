import { os } from '../../implement.ts';

function unbuilt(): never {
  throw new Error('not built yet');
}

export const circulationsHandlers = {
  list: os.circulations.list.handler(unbuilt),
  open: os.circulations.open.handler(unbuilt),
  close: os.circulations.close.handler(unbuilt),
  withdraw: os.circulations.withdraw.handler(unbuilt),
  comments: os.circulations.comments.handler(unbuilt),
  addComment: os.circulations.addComment.handler(unbuilt),
  updateComment: os.circulations.updateComment.handler(unbuilt),
  settleComment: os.circulations.settleComment.handler(unbuilt),
  removeComment: os.circulations.removeComment.handler(unbuilt),
  previewComments: os.circulations.previewComments.handler(unbuilt),
  importComments: os.circulations.importComments.handler(unbuilt),
};
