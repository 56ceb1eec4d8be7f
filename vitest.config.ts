import { configDefaults, defineConfig } from 'vitest/config'

const conditions = ['fukidashi-source']

/** Tests that need Chromium, the packages of `test/peers`, or Redis and PostgreSQL. `npm test` prepares all. */
const browser = ['test/**/*.browser.test.ts']
const peers = ['test/**/*.peers.test.{ts,tsx}']
const engines = ['test/**/*.engines.test.ts']
const { exclude } = configDefaults

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'fukidashi', development: true } },
  test: {
    // Compiling fixtures with real compilers takes its time; no test asserts a duration.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine may take its time: tests wait for conditions, these limits only end what would wait for ever.
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ['test/support/patience.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}', 'examples/**/*.test.{ts,tsx}'],
          exclude: [...exclude, ...browser, ...peers, ...engines],
        },
      },
      { extends: true, test: { name: 'peers', include: peers, exclude } },
      { extends: true, test: { name: 'engines', include: engines, exclude } },
      { extends: true, test: { name: 'browser', include: browser, exclude } },
    ],
  },
})
