import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { house } from './eslint-house.js';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name that is the same everywhere can be searched for.',
};
const noJsxText = {
  selector: 'JSXText[value=/[\\p{L}\\p{N}]/u]',
  message: 'Every visible text stands in resources/locales.',
};

/** Where a module may be imported is dependency-cruiser's business; these are about single names. */
const restrictedGlobals = [{ name: 'fetch', message: 'Trilogue is offline; the page talks through its api port.' }];

const toolsThatInsist = [
  '.config/eslint.config.js',
  '.config/i18next.config.ts',
  '.config/vitest.config.ts',
  '.config/playwright*.config.ts',
  'test/support/*-reporter.ts',
  'test/support/*-setup.ts',
];

export default tseslint.config(
  {
    ignores: ['dist/**', 'out/**', 'test-results/**', '.config/dependency-cruiser.cjs', 'test/unit/house/fixtures/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // There are no enums here (`erasableSyntaxOnly`), and looking for them took an eighth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A template with a number in it is no surprise to anybody.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onPress={() => save()}` is how React code is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    plugins: { house },
    rules: {
      'house/kebab-case-file-name': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-irregular-whitespace': 'error',
      'no-misleading-character-class': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', noDefaultExport, noJsxText],
      'no-restricted-globals': ['error', ...restrictedGlobals],
    },
  },
  {
    files: ['.config/launch.mjs', 'electron/cli/**', 'test/run.ts', 'test/promises.ts', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  { files: toolsThatInsist, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // In a test a wrong assumption should fail loudly at its line, which is what `!` does.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Stand-ins have the shape of what they stand in for, not its constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
);
