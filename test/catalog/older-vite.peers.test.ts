/** Files that cannot be compiled, with the versions of Vite whose compiler is esbuild. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { placesIn, project, sameNames, shop } from './support.js'

afterEach(() => {
  vi.doUnmock('vite')
  vi.resetModules()
})

const versions = {
  'Vite 6': () => import('vite-6'),
  'Vite 7': () => import('vite-7'),
}

describe.each(Object.entries(versions))('%s', (_, load) => {
  it('leaves components their names, also if several files use one', async () => {
    vi.doMock('vite', load)
    const { runCheck } = await import('../../src/catalog/node/index.js')
    const { findings } = await runCheck({ root: await project(sameNames) })
    expect(placesIn(findings)).toEqual(['a.tsx:3 <Card> › <Name>', 'b.tsx:3 <Card> › <Name>'])
  })

  it('reports each broken file with its line, and all other stories are checked', async () => {
    vi.doMock('vite', load)
    const { runCheck } = await import('../../src/catalog/node/index.js')
    const { results, findings } = await runCheck({
      root: await project({
        ...shop,
        'a.messages.ts': 'export const = 1\n',
        'b.messages.ts': "import './part.js'\n",
        'c.messages.ts': "import './gone.js'\n",
        'part.ts': '\nexport const part = (\n',
      }),
    })
    expect(findings).toMatchObject([
      { file: 'a.messages.ts', line: 1, message: 'Expected identifier but found "="' },
      { file: 'part.ts', line: 3 },
      { file: 'c.messages.ts' },
    ])
    expect(findings[1]!.message).toContain('Not checked because of it: b.messages.ts')
    expect(findings[2]!.message).toMatch(
      /^Could not resolve "\.\/gone\.js" from "\S+c\.messages\.ts"$/,
    )
    expect(new Set(results.map(({ story }) => story.id)).size).toBe(2)
  })
})
