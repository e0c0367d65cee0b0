import { basename } from 'node:path';

const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;

const kebabCaseFileName = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'file names in kebab-case, so that they are the same on every file system' },
    messages: { name: '"{{name}}" is not kebab-case.' },
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (!kebabCase.test(name)) context.report({ node, messageId: 'name', data: { name } });
    },
  }),
};

/** Rules of this house that no published plugin has in this form. */
export const house = { rules: { 'kebab-case-file-name': kebabCaseFileName } };
