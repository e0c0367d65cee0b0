import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('to be written');
};

export const glossaryHandlers = {
  list: os.glossary.list.handler(missing),
  get: os.glossary.get.handler(missing),
  save: os.glossary.save.handler(missing),
  remove: os.glossary.remove.handler(missing),
  marks: os.glossary.marks.handler(missing),
  preview: os.glossary.preview.handler(missing),
  import: os.glossary.import.handler(missing),
  export: os.glossary.export.handler(missing),
};
