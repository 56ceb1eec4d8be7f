/** Path aliases of tsconfig.json, with each version of Vite that is permitted. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viteOptions } from '../../src/catalog/node/vite-options.js'

type Vite = typeof import('vite')

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fukidashi-aliases-')))
  const files = {
    'package.json': '{ "type": "module" }',
    'base/tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./shared/*"] } } }',
    'base/shared/words.ts': "export const shared = 'shared'",
    'tsconfig.json': `{
      // Comments and trailing commas are permitted.
      "compilerOptions": {
        "paths": {
          "@/*": ["./src/*"],
          "@/special/*": ["./nowhere/*", "./other/*"],
          "words": ["./src/words.ts"],
          "#*.data": ["./src/*.ts"],
        },
      },
    }`,
    'src/words.ts': "export const word = 'word'",
    'src/card.tsx': "import { Text } from 'fukidashi'\nexport const card = <Text>hi</Text>",
    'other/one.ts': "export const one = 'one'",
    'bot.tsx': `
      import { word } from '@/words'
      import { one } from '@/special/one'
      import { word as exact } from 'words'
      import { word as data } from '#words.data'
      import { basename } from 'node:path'
      export default [word, one, exact, data, basename('/a/b')].join(' ')`,
    'inherits/tsconfig.json': '{ "extends": ["../base/tsconfig.json"] }',
    'inherits/bot.ts': "import { shared } from '~/words'\nexport default shared",
    'refers/tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
    'refers/tsconfig.app.json':
      '{ "include": ["**/*"], "compilerOptions": { "paths": { "%/*": ["./lib/*"] } } }',
    'refers/lib/words.ts': "export const word = 'referred'",
    'refers/bot.ts': "import { word } from '%/words'\nexport default word",
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
})
afterAll(() => rm(folder, { recursive: true }))

/** What a module exports, loaded as `fukidashi dev` loads a bot. */
async function loaded(name: string, file: string): Promise<unknown> {
  const path =
    name === 'vite'
      ? name
      : pathToFileURL(`test/peers/node_modules/${name}/dist/node/index.js`).href
  const { createServer, isRunnableDevEnvironment, version } = (await import(path)) as Vite
  const server = await createServer({
    ...viteOptions(version),
    root: folder,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  try {
    const environment = server.environments['ssr']
    if (!environment || !isRunnableDevEnvironment(environment)) throw new Error('not runnable')
    return (await environment.runner.import<{ default: unknown }>(join(folder, file))).default
  } finally {
    await server.close()
  }
}

describe.each(['vite', 'vite-7', 'vite-6'])('%s', (vite) => {
  it.each([
    ['bot.tsx', 'word one word word b'],
    ['inherits/bot.ts', 'shared'],
    ['refers/bot.ts', 'referred'],
  ])('finds the aliases of %s', async (file, expected) => {
    expect(await loaded(vite, file)).toBe(expected)
  })
})
