/** Who may import whom: `docs/architecture.md` says why. A room not named in a list may not be imported. */
const may = {
  common: [],
  spec: [],
  'jsx-runtime': ['spec'],
  components: ['spec', 'jsx-runtime'],
  builders: ['spec', 'jsx-runtime', 'components'],
  validation: ['spec'],
  postback: ['spec'],
  render: ['spec', 'jsx-runtime', 'components', 'validation'],
  convert: ['spec', 'jsx-runtime', 'components', 'builders', 'validation', 'render'],
  eslint: ['spec', 'jsx-runtime', 'components', 'builders', 'validation', 'render', 'rich-menu'],
  endpoints: ['spec'],
  client: ['spec', 'endpoints', 'jsx-runtime', 'render', 'validation'],
  store: [],
  session: ['store'],
  channels: ['spec', 'webhook'],
  webhook: [
    'spec',
    'endpoints',
    'jsx-runtime',
    'render',
    'validation',
    'postback',
    'client',
    'store',
    'session',
  ],
  queue: ['spec', 'endpoints', 'client', 'webhook', 'store'],
  telemetry: ['spec', 'endpoints', 'client', 'webhook', 'queue'],
  health: ['spec', 'client', 'webhook', 'store', 'queue'],
  preview: ['spec'],
  emulator: ['spec', 'endpoints', 'validation', 'preview', 'client', 'webhook'],
  'rich-menu': [
    'spec',
    'jsx-runtime',
    'components',
    'convert',
    'render',
    'validation',
    'client',
    'preview',
  ],
  // Programs for browsers: they talk to the emulator over HTTP.
  page: ['spec', 'preview', 'emulator'],
  'catalog-page': ['spec', 'preview', 'catalog', 'page'],
  cli: [
    'spec',
    'jsx-runtime',
    'components',
    'builders',
    'convert',
    'render',
    'validation',
    'postback',
    'endpoints',
    'client',
    'webhook',
    'preview',
    'emulator',
    'testing',
    'catalog',
    'rich-menu',
    'store',
    'queue',
  ],
  testing: ['spec', 'jsx-runtime', 'render', 'client', 'webhook', 'emulator'],
  catalog: [
    'spec',
    'jsx-runtime',
    'components',
    'convert',
    'render',
    'validation',
    'preview',
    'client',
    'emulator',
    'testing',
    'rich-menu',
  ],
}

/** Who may import whom within `webhook/`. */
const webhook = {
  base: [],
  wire: ['base'],
  event: ['base'],
  routing: ['base', 'event'],
  queue: ['base', 'wire', 'event', 'routing'],
  adapters: ['base', 'wire'],
  bot: ['base', 'wire', 'event', 'routing', 'queue', 'adapters'],
}

/** Files of a room that others may import, beside its `index.ts`. */
const doors = [
  // Small modules, read one by one: a barrel would load them all.
  '^src/common/',
  // The spec and the runtime are read file by file: most of it is types, and a barrel would load everything.
  '^src/spec/',
  '^src/jsx-runtime/',
  // What only rendering needs, kept out of the public list of components.
  '^src/components/messages-of\\.ts$',
  // How props and children of messages become JSON, for imagemaps by layout.
  '^src/components/message\\.ts$',
  '^src/components/imagemap/imagemap-action\\.ts$',
  // Types only, also for generated builders and `fukidashi/flex`.
  '^src/components/children\\.ts$',
  '^src/components/flex/index\\.ts$',
  // The components of menus, for the rules of ESLint, which neither draw nor deploy.
  '^src/rich-menu/components/index\\.ts$',
  // What the rules of ESLint read of builders: the class, and nothing for users.
  '^src/builders/builder\\.ts$',
  // What waiting for another request has to know of the runtime: nothing for users.
  '^src/client/workers\\.ts$',
  // What a bot adds to the calls of its client: types only.
  '^src/client/hooks\\.ts$',
  // How sends are cut into requests: a bot's answers are cut the same way.
  '^src/client/resources/batches\\.ts$',
  // Reads and checks a rich menu's picture before it is uploaded; `setImage` is the public part.
  '^src/client/image/rich-menu-image\\.ts$',
  // An entry point of its own: it needs Node and an optional peer.
  '^src/preview/png/index\\.ts$',
  // Pictures of trees that rich menus and imagemaps make.
  '^src/preview/png/lay-out-tree\\.ts$',
  // What the command reports beside the source, and how elements are printed.
  '^src/convert/source\\.ts$',
  // Entry points of their own: one needs Node, the other serves the page.
  '^src/emulator/(node|ui)/index\\.ts$',
  // What catalogs need of converting, and nobody else: `fukidashi/convert` is the public part.
  '^src/convert/(classify|source)\\.ts$',
  // Validators of requests: the core does not load them.
  '^src/validation/requests/index\\.ts$',
  // What only the command needs: Node and Vite.
  '^src/catalog/node/index\\.ts$',
  // For the thread that watches a command, which is bundled alone.
  '^src/catalog/node/inline-source-map\\.ts$',
  // What only the command needs: Node, and printing source.
  '^src/rich-menu/node/index\\.ts$',
  // The server of the preview, only for the command.
  '^src/catalog/preview/index\\.ts$',
  // Types of what the preview sends to its page.
  '^src/catalog/preview/view\\.ts$',
  // Parts of servers for pages, which the emulator and the preview share.
  '^src/emulator/node/page-server\\.ts$',
  // Parts of the emulator's page that the catalog's page shares.
  '^src/page/(i18n|kit|json-tree|problems|toolbar)/',
  // Entry points of their own: each needs a client of its database.
  '^src/store/(redis|postgres)/index\\.ts$',
  '^src/queue/(redis|postgres)/index\\.ts$',
  // Clients of databases, checks, and calls of Durable Objects, which stores and queues share.
  '^src/store/redis/client\\.ts$',
  '^src/store/postgres/(pool|database)\\.ts$',
  '^src/store/(checks|lost-connections)\\.ts$',
  '^src/store/cloudflare/(shards|durable-object)\\.ts$',
  // What a queue's receiver shares with bots.
  '^src/webhook/bot/(verifying-receiver|channels|bot-options|settings-of)\\.ts$',
  '^src/webhook/queue/(channel|queued|settings|observer)\\.ts$',
  '^src/webhook/event/(bot-client|raw-event|retry-key)\\.ts$',
  '^src/webhook/(wire/(http|secrets)|adapters/fetch|base/(print|warnings|checks))\\.ts$',
  '^src/store/held-lease\\.ts$',
  // What a bot without a store loads too: one symbol, types, the time limits of calls, and ids of handled events.
  '^src/store/(store|leases|patience|recent-ids)\\.ts$',
  // What sessions need of stores: the contract, comparison of JSON, the longest time.
  '^src/store/(adapter|same-json|checks)\\.ts$',
  // What a bot without sessions loads too: one symbol, and types.
  '^src/session/session-source\\.ts$',
  // How a body becomes a channel and its events, for channels that are found at run time.
  '^src/webhook/bot/(channel-source|channels|make-client|verified)\\.ts$',
  '^src/webhook/base/(checks|errors|print)\\.ts$',
  '^src/webhook/queue/(channel|settings)\\.ts$',
  '^src/webhook/wire/(http|parse-webhook)\\.ts$',
  // Types of what the emulator sends to the page.
  '^src/emulator/ui/view\\.ts$',
]

module.exports = {
  forbidden: [
    ...Object.entries(may).map(([room, rooms]) => ({
      name: `${room}-imports`,
      comment: `${room} may import ${['common', ...rooms].join(', ')}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: ['common', room, ...rooms].map((name) => `^src/${name}/`) },
    })),
    ...Object.entries(webhook).map(([room, rooms]) => ({
      name: `webhook-${room}-imports`,
      comment: `webhook/${room} may import ${[...rooms].join(', ') || 'nothing of webhook/'}`,
      severity: 'error',
      from: { path: `^src/webhook/${room}/` },
      to: {
        path: '^src/webhook/',
        pathNot: [room, ...rooms].map((name) => `^src/webhook/${name}/`),
      },
    })),
    {
      name: 'front-doors',
      comment: "nobody reaches past a room's index.ts",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', ...doors] },
    },
    {
      name: 'front-doors-from-the-top',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/[^/]+/index\\.ts$', ...doors] },
    },
    {
      name: 'light-jsx-runtime',
      comment: 'what compilers import loads no component, validator, client or webhook',
      severity: 'error',
      from: { path: '^src/jsx-runtime/' },
      to: { path: '^src/(?!jsx-runtime/|spec/|common/)', reachable: true },
    },
    {
      name: 'table-only-to-generate',
      comment:
        'the table of components has what only scripts and tests need; at run time its generated parts are loaded',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/components/table\\.ts$' },
      to: { path: '^src/components/(?:flex-)?table\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'html-without-png',
      comment: 'whoever makes HTML needs neither Node nor what draws a PNG',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/preview/png/',
          '^src/cli/',
          '^src/rich-menu/draw/',
          '^src/catalog/(pictures|diff|testing)/',
        ],
      },
      to: { path: '^src/preview/png/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-over-http',
      comment: 'pages get everything over HTTP; they may import types',
      severity: 'error',
      from: { path: '^src/(page|catalog-page)/' },
      to: { path: '^src/(emulator|catalog)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'page-dependencies',
      comment: 'pages are bundled with Preact and signals, and with nothing else',
      severity: 'error',
      from: { path: '^src/(page|catalog-page)/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(preact|@preact/signals)/' },
    },
    {
      name: 'page-shared-parts',
      comment: 'parts that other pages share do not know the emulator: they get data and actions',
      severity: 'error',
      from: { path: '^src/page/(i18n|kit|json-tree|problems|phone|dialogs|inspector|toolbar)/' },
      to: { path: '^src/page/(state|people|settings|App|main)' },
    },
    {
      name: 'no-page-in-the-library',
      comment: 'pages are bundled into texts of their own',
      severity: 'error',
      from: { path: '^src/(?!page/|catalog-page/)' },
      to: { path: '^src/(page|catalog-page)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circles-of-types',
      comment:
        'these rooms have no circle at all, not even of types: one of two files declares an interface',
      severity: 'error',
      from: {
        path: '^src/(common|jsx-runtime|components|builders|convert|eslint|render|postback|endpoints|client|session|channels|webhook|emulator|testing|catalog|rich-menu|cli|page|catalog-page)/',
      },
      to: { circular: true },
    },
    {
      name: 'no-dependencies',
      comment: 'the core has no runtime dependency',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/cli/',
          '^src/catalog/(node|preview|testing)/',
          '^src/(page|catalog-page)/',
          '^src/preview/png/takumi\\.ts$',
          // Types only; the peer is loaded at run time, if it is installed.
          '^src/telemetry/',
          // An optional peer, imported when it is needed.
          '^src/queue/bullmq/load\\.ts$',
          // It is bundled.
          '^src/preview/png/compare/compare-pictures\\.ts$',
        ],
      },
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-no-pkg',
          'npm-unknown',
        ],
      },
    },
    {
      name: 'node-only-behind-conditions',
      comment: 'node: is imported only by files that are chosen by a condition',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/client/transport/node',
          '^src/webhook/wire/hmac/node\\.ts$',
          '^src/emulator/node/',
          // Pictures in files; imported when there is one.
          '^src/rich-menu/wanted/read-picture\\.ts$',
          // Icons in packages, and sharp; imported when they are needed.
          '^src/rich-menu/draw/(icon-svg|resize)\\.ts$',
          // Writes files.
          '^src/rich-menu/imagemap/write-imagemaps\\.ts$',
          // For the command.
          '^src/rich-menu/node/',
          '^src/preview/png/',
          '^src/emulator/ui/(serve|public-file|open-file)\\.ts$',
          // For tests and the command.
          '^src/catalog/',
          '^src/cli/',
        ],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^#'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['fukidashi-source', 'node', 'import', 'default'],
      exportsFields: ['exports'],
    },
  },
}
