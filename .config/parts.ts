import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import { orderCascadeLayers } from './cascade-layers.ts';

export const root = join(import.meta.dirname, '..');
const fromRoot = (...segments: string[]): string => join(root, ...segments);

/** Modules that stay outside the bundles: Electron brings its own, the other two carry native files. */
export const externalModules = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];

/** One thing that the build makes: `folder` below dist/, made from `entry`, stale when anything below `sources` changed. */
export interface Part {
  folder: string;
  entry: string;
  sources: string[];
  toConfig: (outDir: string) => InlineConfig;
}

/** Which npm packages have gone into a part, as paths below the root: for the list of licences. */
export const packageListName = 'packages.json';
const namePackages = (): Plugin => ({
  name: 'name-packages',
  apply: 'build',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
    const found = modules.flatMap(
      (id) => /node_modules\/.*/u.exec(id)?.[0].match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/u) ?? [],
    );
    const source = JSON.stringify([...new Set(found)].sort());
    this.emitFile({ type: 'asset', fileName: packageListName, source });
  },
});

/*
 * Rolldown keeps `import.meta.dirname` as it stands, so every chunk lies flat in its part's folder: `../fonts` and
 * `../resources` are then right wherever a module ends up.
 */
function describeNodePart(folder: string, entry: string, output: { format: 'es' | 'cjs'; fileName: string }): Part {
  return {
    folder,
    entry: fromRoot(entry),
    sources: ['electron', 'shared', 'resources'],
    toConfig: (outDir) => ({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      plugins: [namePackages()],
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { conditions: ['module', 'node', 'production'] },
      ssr: { noExternal: true, external: externalModules, target: 'node' },
      build: {
        ssr: fromRoot(entry),
        outDir,
        emptyOutDir: true,
        minify: false,
        sourcemap: true,
        target: 'node22',
        reportCompressedSize: false,
        rolldownOptions: {
          external: [...externalModules, ...builtinModules, /^node:/],
          output: {
            format: output.format,
            entryFileNames: output.fileName,
            chunkFileNames: '[name]-[hash].js',
            assetFileNames: '[name]-[hash][extname]',
          },
        },
      },
    }),
  };
}

/** The page's configuration, shared by the build and the development server. */
export function describeRenderer(): InlineConfig {
  return {
    configFile: false,
    root: fromRoot('renderer'),
    base: './',
    publicDir: false,
    cacheDir: fromRoot('node_modules/.cache/vite'),
    plugins: [orderCascadeLayers(), react()],
  };
}

/**
 * zod tries out whether `new Function` works, which the content security policy refuses and counts as a violation. It is
 * told not to before its own code runs: at the head of the file that holds it.
 */
const forbidZodToCompile = ({ moduleIds }: { moduleIds: string[] }): string =>
  moduleIds.some((id) => /zod\/v4\/core\/core\.js$/u.test(id.replaceAll('\\', '/')))
    ? 'globalThis.__zod_globalConfig = { jitless: true };'
    : '';

const rendererPart: Part = {
  folder: 'renderer',
  entry: fromRoot('renderer/index.html'),
  sources: ['renderer', 'shared', 'resources/locales', 'resources/icons'],
  toConfig: (outDir) => ({
    ...describeRenderer(),
    logLevel: 'warn',
    plugins: [...(describeRenderer().plugins ?? []), namePackages()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      // The content security policy allows no data: fonts, and scripts only from files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: { output: { banner: forbidZodToCompile } },
    },
  }),
};

export const parts: Part[] = [
  describeNodePart('cli', 'electron/cli/index.ts', { format: 'es', fileName: 'index.js' }),
  describeNodePart('documents-worker', 'electron/documents/worker/index.ts', { format: 'es', fileName: 'index.js' }),
  describeNodePart('store-worker', 'electron/db/worker/index.ts', { format: 'es', fileName: 'index.js' }),
  describeNodePart('files-worker', 'electron/exchange/worker/index.ts', { format: 'es', fileName: 'index.js' }),
  describeNodePart('main', 'electron/main/index.ts', { format: 'es', fileName: 'index.js' }),
  describeNodePart('preload', 'electron/preload/index.ts', { format: 'cjs', fileName: 'index.cjs' }),
  rendererPart,
];

/** Files copied as they are: from a path below the root to a path below dist/. */
export interface CopiedFile {
  from: string;
  to: string;
}

const fontFiles = [
  'pt-serif/400Regular/PTSerif_400Regular.ttf',
  'pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf',
  'pt-serif/700Bold/PTSerif_700Bold.ttf',
  'pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf',
  'pt-sans/400Regular/PTSans_400Regular.ttf',
  'pt-sans/700Bold/PTSans_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
];

/** Fonts of documents and of the page's last fallback, flattened, with the names that their packages give them. */
export const copiedFonts: CopiedFile[] = fontFiles.map((file) => ({
  from: join('node_modules/@expo-google-fonts', file),
  to: join('fonts', file.slice(file.lastIndexOf('/') + 1)),
}));

/** Folders of resources/ that are opened at run time; catalogues are bundled. */
export const copiedResources = ['sample', 'typst', 'icons'];
