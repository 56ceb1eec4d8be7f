import { defineConfig } from 'vitest/config'

const conditions = ['fukidashi-source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'fukidashi', development: true } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Compiling fixtures with real compilers takes its time; nothing here asserts a duration.
    testTimeout: 60_000,
  },
})
