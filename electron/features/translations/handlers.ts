import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('to be written');
};

export const translationsHandlers = {
  headings: os.translations.headings.handler(missing),
  saveHeading: os.translations.saveHeading.handler(missing),
  setHeadingSource: os.translations.setHeadingSource.handler(missing),
  settle: os.translations.settle.handler(missing),
  bases: os.translations.bases.handler(missing),
  progress: os.translations.progress.handler(missing),
};
