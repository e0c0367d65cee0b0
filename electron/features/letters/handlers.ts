import { os } from '../../implement.ts';

function unbuilt(): never {
  throw new Error('not built yet');
}

export const lettersHandlers = {
  list: os.letters.list.handler(unbuilt),
  recipients: os.letters.recipients.handler(unbuilt),
  preview: os.letters.preview.handler(unbuilt),
  draft: os.letters.draft.handler(unbuilt),
  draftAgain: os.letters.draftAgain.handler(unbuilt),
  markSent: os.letters.markSent.handler(unbuilt),
  remove: os.letters.remove.handler(unbuilt),
  documents: os.letters.documents.handler(unbuilt),
  calendar: os.letters.calendar.handler(unbuilt),
  waiting: os.letters.waiting.handler(unbuilt),
};
