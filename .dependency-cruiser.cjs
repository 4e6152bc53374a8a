/** Who may import whom. docs/architecture.md says why; a rule's comment says what to do instead. */

/** Small files of main that everything in it may name: ctx, handler types, events, clock, log, change notices. */
const KERNEL = 'main/(context|handlers|events|clock|log|live|engine-options|engine-refusal)[.]ts$';
const TEST = '\\.test\\.tsx?$';

/** One layer: `from` may reach, of our own code, only itself and `may`. */
const layer = (name, from, may, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^src/${from}`, pathNot: TEST },
  to: { path: '^src/', pathNot: [`^src/${from}`, ...may.map((path) => `^src/${path}`)] },
});

/** One home: `library` is imported only under `homes`. */
const home = (name, library, homes, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^src/', pathNot: [TEST, ...homes.map((path) => `^src/${path}`)] },
  to: { path: `(^|node_modules/)${library}` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Move what both need into a file of its own that imports neither.',
      from: {},
      // Types of each other, and modules loaded when they are needed, are no circle when the program starts.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'The imported file or package does not exist, or package.json does not name it.',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^virtual:|[?]',
      },
    },

    layer('shared-stands-alone', 'shared/', [], 'src/shared runs anywhere and knows nothing else of ours.'),
    layer('domain-is-pure', 'domain/', ['shared/'], 'Gather in a service, hand values to the domain.'),
    {
      name: 'shared-and-domain-without-platform',
      severity: 'error',
      comment: 'No Node, DOM, database, i18n or Electron in shared and domain.',
      from: { path: '^src/(shared|domain)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    layer(
      'features-below-doors',
      'main/features/',
      [
        'domain/',
        'main/storage/',
        'main/journal/',
        'main/jobs/',
        'main/devices/',
        'main/receipt-output/',
        'shared/',
        KERNEL,
      ],
      'A feature knows no door (electron, http, rpc) and no composition root; clock and ids come in ctx.',
    ),
    layer(
      'devices-know-shared-only',
      'main/devices/',
      ['shared/', 'domain/receipt/'],
      'A device prints, opens or weighs what it is handed.',
    ),
    layer(
      'storage-below-features',
      'main/storage/',
      ['shared/', 'domain/', KERNEL],
      'Storage knows no feature.',
    ),
    layer(
      'journal-below-features',
      'main/journal/',
      ['domain/', 'main/storage/', 'shared/', KERNEL],
      'Closed documents and their chains are read by features and by jobs; they know neither.',
    ),
    layer(
      'sync-beside-features',
      'main/sync/',
      ['domain/', 'main/storage/', 'shared/', KERNEL],
      'Sync reads the outbox.',
    ),
    {
      name: 'doors-never-import-features',
      severity: 'error',
      comment: 'A door translates: the handler map is handed to it by the composition root.',
      from: { path: '^src/main/(electron|http|rpc)/', pathNot: TEST },
      to: { path: '^src/(domain|main/(features|storage|sync|jobs))/' },
    },
    layer('renderer-shared-only', 'renderer/', ['shared/'], 'The screen asks the engine through client/.'),
    layer('preload-contract-only', 'preload/', ['shared/contract/'], 'Preload hands over one port.'),
    {
      name: 'preload-types-only',
      severity: 'error',
      comment: 'Preload runs in a sandbox and stays tiny: import type.',
      from: { path: '^src/preload/' },
      to: { path: '^src/shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-foreign-sql',
      severity: 'error',
      comment: "Another feature's rows are reached through its exported service functions.",
      from: { path: '^src/main/features/([^/]+)/' },
      to: { path: '^src/main/features/([^/]+)/.*\\.sql\\.ts$', pathNot: '^src/main/features/$1/' },
    },
    {
      name: 'features-in-order',
      severity: 'error',
      comment: 'Features use each other in one direction only (sale → product, never back).',
      scope: 'folder',
      from: { path: '^src/main/features/' },
      to: { circular: true },
    },
    {
      name: 'ui-knows-no-shop',
      severity: 'error',
      comment: 'src/ui is the design system: it imports no feature, no client and no contract.',
      from: { path: '^src/renderer/src/ui/', pathNot: TEST },
      to: { path: '^src/(renderer/src/(features|client)/|shared/contract/)' },
    },

    {
      name: 'electron-home',
      severity: 'error',
      comment:
        'Electron is known to main/index.ts, main/electron and preload alone; its types may be named in main.',
      from: {
        path: '^src/',
        pathNot: [TEST, '^src/main/(index|engine-child)[.]ts$', '^src/(main/electron|preload)/'],
      },
      to: { path: '(^|node_modules/)electron(/|$)', dependencyTypesNot: ['type-only'] },
    },
    home(
      'sqlite-home',
      'better-sqlite3',
      ['main/storage/', 'main/jobs/'],
      'The database is opened in main/storage.',
    ),
    home(
      'orpc-home',
      '@orpc/',
      ['shared/contract/', 'renderer/src/client/', 'main/http/', 'main/electron/', 'main/rpc/'],
      'The rest of the program knows only our contract and client.',
    ),
    home('fastify-home', '@?fastify(/|$)', ['main/http/'], 'HTTP has one home.'),
    home(
      'screen-libraries-home',
      '(react|react-dom|react-i18next|react-simple-keyboard|zustand|recharts|lucide-react|tinykeys|@mantine/[^/]+|@tanstack/[^/]+)(/|$)',
      ['renderer/'],
      'Screens live in the renderer.',
    ),
    {
      name: 'renderer-without-node',
      severity: 'error',
      comment: 'The renderer runs in a browser.',
      from: { path: '^src/renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      comment: 'Product code imports no test.',
      from: { path: '^src/', pathNot: TEST },
      to: { path: `${TEST}|^test/` },
    },
  ],
  options: {
    // Tests may use all of the product; what they use says nothing about its layers.
    doNotFollow: { path: '(node_modules|^test/)' },
    exclude: { path: '[.](css|woff2|woff|svg|png|wav|mp3)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    builtInModules: { add: ['electron'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
