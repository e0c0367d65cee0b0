import { defineConfig } from 'i18next-cli';

// Run by i18next-cli at the root of the project, which resolves the patterns against its working folder.
// The tool reads the default export.
export default defineConfig({
  locales: ['en', 'ru', 'zh'],
  extract: {
    input: ['renderer/**/*.{ts,tsx}', 'electron/**/*.ts'],
    // The doors read their catalogues as typed objects: there the compiler knows each key.
    ignore: ['electron/browser/**', 'electron/cli/**', 'electron/main/**'],
    output: 'resources/locales/{{language}}/{{namespace}}.json',
    defaultNS: 'common',
    primaryLanguage: 'en',
    removeUnusedKeys: false,
    sort: false,
  },
});
