/** Variants and the library as programs that Node runs: JSX as in production, fukidashi from its sources. */
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** The folder of the library. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where everything that is made for measuring goes. */
export const cache = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url))

/** `fukidashi` and its subpaths, as the package itself resolves them. */
const ownSources = {
  name: 'own-sources',
  setup(builder) {
    builder.onResolve({ filter: /^fukidashi($|\/)/ }, ({ path, kind, pluginData }) =>
      pluginData === 'own'
        ? undefined
        : builder.resolve(path, { kind, resolveDir: root, pluginData: 'own' }),
    )
  },
}

/** Bundles for measuring. Packages other than fukidashi are loaded as their users load them. */
export const bundle = (options) =>
  build({
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'bundle',
    conditions: ['fukidashi-source'],
    // The library's own settings are for development.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', target: 'ES2022' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['jsx-slack', 'slack-block-builder', '@sociably/*', 'hono', '@discordjs/*', 'ajv'],
    plugins: [ownSources],
    logLevel: 'warning',
    ...options,
  })
