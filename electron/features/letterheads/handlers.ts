import { os } from '../../implement.ts';

const unmade = (): never => {
  throw new Error('letterheads');
};

export const letterheadsHandlers = {
  get: os.letterheads.get.handler(unmade),
  list: os.letterheads.list.handler(() => []),
  update: os.letterheads.update.handler(unmade),
  setLogo: os.letterheads.setLogo.handler(unmade),
  logo: os.letterheads.logo.handler(unmade),
  checkTemplate: os.letterheads.checkTemplate.handler(unmade),
  setTemplate: os.letterheads.setTemplate.handler(unmade),
  template: os.letterheads.template.handler(unmade),
  sample: os.letterheads.sample.handler(unmade),
};
