import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blocksOfPage, examplesOf, pages, sources } from './blocks.ts'
import { errorsIn } from './check.ts'
import { printed, problemsOfExports, thrown } from './run.ts'

it('compiles every block of code in the pages', async () => {
  expect(await errorsIn(pages().flatMap(blocksOfPage))).toEqual([])
})

it('compiles every example in the docstrings', async () => {
  const examples = sources().flatMap(examplesOf)
  expect(examples.length).toBeGreaterThan(50)
  expect(await errorsIn(examples)).toEqual([])
})

const withOutput = pages().filter((page) =>
  blocksOfPage(page).some(({ output }) => output !== undefined),
)

describe.each(withOutput)('%s', (page) => {
  const blocks = blocksOfPage(page)
  const shown = blocks.filter(({ output }) => output !== undefined)
  it('shows the output of its code', async () => {
    for (const block of shown) {
      const { language, text } = block.output!
      const lines = await printed(block, blocks)
      const where = `${page}:${String(block.line)}`
      if (language === 'json') expect(JSON.parse(lines), where).toEqual(JSON.parse(text))
      else expect(lines.trimEnd(), where).toBe(text.trimEnd())
    }
  })
})

it.each(['docs/messages.md', 'docs/flex.md', 'docs/builders.md'])(
  '%s shows what LINE accepts',
  async (page) => {
    expect(await problemsOfExports(blocksOfPage(page))).toEqual([])
  },
)

it('starts README with the real report of its code', async () => {
  const [first] = blocksOfPage('README.md')
  const sencha = {
    id: '1',
    name: 'Sencha',
    description: 'x'.repeat(75),
    photo: 'https://example.com/sencha.jpg',
    url: 'https://example.com/sencha',
  }
  const [, report] =
    /^```\w*\n(LineValidationError[\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8')) ?? []
  expect((await thrown(first!, { sencha })).trim()).toBe(report?.trim())
})

it('reports errors with their position', async () => {
  const wrong = {
    from: 'docs/wrong.md',
    line: 7,
    code: "import { Text } from 'fukidashi'\n\nexport const x = <Text quoteToken={5}>hi</Text>",
    name: undefined,
    output: undefined,
    snippet: false,
  }
  expect(await errorsIn([wrong])).toEqual([
    expect.stringMatching(/^docs\/wrong\.md:9 Type 'number'/),
  ])
})
