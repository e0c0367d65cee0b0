/*
 * Who may import whom. `tsc -b` already refuses what lies outside a folder's project; these rules see what it cannot:
 * sideways imports, cycles, and packages that only one folder may touch. Type imports count (tsPreCompilationDeps).
 */
const backEnd = '^electron/';
const npm = (names) => `(^|/)node_modules/(${names})(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead, or an entry that should be named here.',
      severity: 'warn',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '(^|/)(index|main|preload)\\.tsx?$', '\\.json$', '\\.css$', '\\.typ$'],
      },
      to: {},
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?' } },
    { name: 'renderer-never-electron', severity: 'error', from: { path: '^renderer/' }, to: { path: backEnd } },
    { name: 'electron-never-renderer', severity: 'error', from: { path: backEnd }, to: { path: '^renderer/' } },
    {
      name: 'renderer-never-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      comment: 'But for the algorithm that compares two texts, which both sides of the wire need.',
      from: { path: '^shared/', pathNot: '^shared/domain/names/' },
      to: { pathNot: ['^shared/', npm('zod|@orpc/contract|diff')] },
    },
    {
      name: 'names-stand-alone',
      comment: 'The exception: names need a dictionary of Han readings.',
      severity: 'error',
      from: { path: '^shared/domain/names/' },
      to: { pathNot: ['^shared/', npm('zod|@orpc/contract|pinyin-pro')] },
    },
    {
      name: 'renderer-asks-the-back-end-about-names',
      comment: 'The dictionaries weigh half a megabyte: the page takes types only.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^shared/domain/names/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-desktop-imports-electron',
      severity: 'error',
      from: { pathNot: '^electron/(main|preload)/' },
      to: { path: [npm('electron'), '^electron$'] },
    },
    {
      name: 'only-the-store-imports-sqlite',
      severity: 'error',
      from: { pathNot: ['^electron/db/', '^test/'] },
      to: { path: npm('better-sqlite3|@types/better-sqlite3') },
    },
    {
      name: 'only-the-store-imports-kysely',
      severity: 'error',
      from: {
        pathNot: [
          '^electron/db/',
          '^electron/features/[^/]+/repository',
          '^electron/features/[^/]+/[a-z-]+-repository\\.ts$',
          '^test/',
        ],
      },
      to: { path: npm('kysely') },
    },
    {
      name: 'only-the-worker-imports-typst',
      severity: 'error',
      from: { pathNot: ['^electron/documents/worker/', '^test/'] },
      to: { path: npm('@myriaddreamin/typst-ts-node-compiler') },
    },
    {
      name: 'features-meet-at-their-index',
      severity: 'error',
      from: { path: '^(electron|renderer)/features/([^/]+)/' },
      to: { path: '^$1/features/([^/]+)/', pathNot: ['^$1/features/$2/', '^$1/features/[^/]+/index\\.tsx?$'] },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'store-knows-no-feature',
      severity: 'error',
      from: { path: '^electron/db/' },
      to: { path: '^electron/(features|documents|browser|cli|main|preload|router)' },
    },
    {
      name: 'doors-stand-outside',
      comment: 'The back end does not know through which door it is asked.',
      severity: 'error',
      from: { path: '^electron/(features|db|documents)/' },
      to: { path: '^electron/(browser|cli|main|preload)/' },
    },
    {
      name: 'preload-stands-alone',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { pathNot: ['^electron/preload/', npm('electron'), '^electron$'] },
    },
    {
      name: 'product-never-tests',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exoticRequireStrings: [],
  },
};
