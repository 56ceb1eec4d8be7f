/** The preview with the versions of Vite whose compiler is esbuild. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shop } from '../support.js'
import { openSession, textOf } from './support.js'

const versions = {
  'Vite 6': () => import('vite-6'),
  'Vite 7': () => import('vite-7'),
}

afterEach(() => {
  vi.doUnmock('vite')
  vi.resetModules()
})

describe.each(Object.entries(versions))('%s', (_, load) => {
  it('reads the tree, renders, follows changes, and shows syntax errors', async () => {
    vi.doMock('vite', load)
    const { session, story, failure, write, reported } = await openSession({
      ...shop,
      'broken.messages.tsx': 'export const = 1',
    })
    const { files } = await session.project()
    expect(files).toMatchObject([
      { file: 'broken.messages.tsx', isBroken: true },
      { file: 'card.messages.tsx', stories: [{ name: 'Normal', title: 'Shop/Card', line: 4 }, {}] },
    ])
    const card = { file: 'card.messages.tsx', name: 'Normal' }
    expect(textOf(await story(card))).toContain('Please お茶')
    await write('card.tsx', shop['card.tsx'].replace("'Please'", "'Welcome'"))
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Welcome お茶')
    await write('card.tsx', shop['card.tsx'].replace('<Buttons alt', '<Buttons <alt'))
    await reported('card.messages.tsx')
    expect(await failure(card)).toMatchObject({
      name: 'SyntaxError',
      place: { file: 'card.tsx', line: 3 },
    })
    await write('card.tsx', shop['card.tsx'])
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Please お茶')
  })
})
