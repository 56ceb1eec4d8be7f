/** Stories as tests: what is registered, and what fails. */
import { describe, expect, it } from 'vitest'
import { Buttons, MessageAction, Text } from 'fukidashi'
import { defineCatalog } from 'fukidashi/catalog'
import 'fukidashi/catalog/vitest'
import { registerStories, type TestRunner } from '../../src/catalog/testing/story-tests.js'
import { messageSerializer } from 'fukidashi/catalog/vitest'

const catalog = defineCatalog({ locales: ['ja', 'en'], context: (locale) => ({ locale }) })
const Hello = (_: object, { locale }: { locale: string }) => <Text>{locale}</Text>
const Long = () => <Text>{'x'.repeat(5001)}</Text>
const NoAltText = () => (
  <Buttons>
    a<MessageAction label="a" text="a" />
  </Buttons>
)
const stories = {
  Fine: catalog.component(Hello).story(),
  Wrong: catalog.component(Long).story({ locales: ['en'] }),
  Warned: catalog.component(NoAltText).story({ locales: ['en'] }),
  helper: 1,
}

/** Registers, runs, and gives each test with its snapshot or its error. */
async function run(modules: Record<string, unknown>, options?: { warnings: boolean }) {
  const tests: Record<string, string> = {}
  const path: string[] = []
  const pending: Promise<void>[] = []
  const runner: TestRunner = {
    describe(name, body) {
      path.push(name)
      body()
      path.pop()
    },
    it(name, body) {
      const whole = [...path, name].join(' > ')
      const failed = (error: unknown) => void (tests[whole] = String(error).split('\n')[0]!)
      pending.push(body(whole).catch(failed))
    },
    matchSnapshot({ text }, context) {
      tests[context as string] = text
    },
  }
  await registerStories(runner, catalog, modules, options)
  await Promise.all(pending)
  return tests
}

describe('catalogTests', () => {
  it('has a test for each story and locale, named by file, export and locale', async () => {
    const tests = await run({ './b.messages.tsx': () => Promise.resolve(stories) })
    expect(tests).toEqual({
      'b.messages.tsx > Fine > ja': '<Text>ja</Text>',
      'b.messages.tsx > Fine > en': '<Text>en</Text>',
      'b.messages.tsx > Wrong > en': expect.stringMatching(/^LineValidationError/) as string,
      'b.messages.tsx > Warned > en': expect.stringMatching(
        /^LineValidationError.*warning/,
      ) as string,
    })
  })

  it('takes modules that are loaded already', async () => {
    expect(Object.keys(await run({ './a.messages.tsx': { Fine: stories.Fine } }))).toHaveLength(2)
  })

  it('permits warnings if asked to', async () => {
    const tests = await run({ a: { Warned: stories.Warned } }, { warnings: true })
    expect(tests['a > Warned > en']).toMatch(/^<Buttons/)
  })

  it('refuses to test nothing', async () => {
    await expect(run({})).rejects.toMatchObject({ code: 'stories_missing' })
    await expect(run({ './a.ts': { a: 1 } })).rejects.toThrow('a.ts')
    await expect(run(undefined as never)).rejects.toMatchObject({ code: 'option_invalid' })
  })
})

describe('the stack of a component that throws', () => {
  const Broken = () => {
    throw new TypeError('no tea')
  }
  const thrown = (error: unknown) => {
    const { message, stack } = error as Error
    return [message, stack!.split('\n').find((line) => line.includes(' at '))]
  }
  const line = [
    expect.stringContaining('<Broken>'),
    expect.stringMatching(/at Broken .*story-tests\.test\.tsx/),
  ]

  it('begins with its line in a snapshot', async () => {
    const error = await expect(<Broken />)
      .toMatchMessageSnapshot()
      .catch((reason: unknown) => reason)
    expect(thrown(error)).toEqual(line)
  })

  it('begins with its line in catalogTests', async () => {
    const errors: unknown[] = []
    const runner: TestRunner = {
      describe: (_, body) => {
        body()
      },
      it: (_, body) => {
        errors.push(body(undefined).catch((reason: unknown) => reason))
      },
      matchSnapshot: () => undefined,
    }
    const Story = catalog.component(Broken).story({ locales: ['ja'] })
    await registerStories(runner, catalog, { './a.messages.tsx': { Story } })
    expect(thrown(await errors[0])).toEqual(line)
  })
})

describe('snapshots', () => {
  it('show messages as one would write them, also those with problems', async () => {
    await expect(<Hello />).toMatchMessageSnapshot({ context: { locale: 'th' } })
    await expect([{ type: 'text', text: 'a' }, 'b', <Text>{''}</Text>]).toMatchMessageSnapshot({
      hint: 'wrong ones',
    })
  })

  it('use the serializer only for messages', () => {
    expect(messageSerializer.serialize([{ type: 'text', text: 'a' }])).toBe('<Text>a</Text>')
    for (const value of [{ type: 'text' }, [{ type: 'sticker' }], { type: 'bubble' }])
      expect(messageSerializer.test(value)).toBe(true)
    for (const value of [[], {}, 'text', null, { type: 1 }, new Error('a'), <Text>a</Text>])
      expect(messageSerializer.test(value)).toBe(false)
  })
})
