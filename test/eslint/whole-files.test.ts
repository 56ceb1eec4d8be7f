/** The recommended rules in whole files: no false alarm in examples, in docs, and in what `convert` writes. */
import { Linter } from 'eslint'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parser } from 'typescript-eslint'
import * as main from 'fukidashi'
import { isElement, validate } from 'fukidashi'
import * as builders from 'fukidashi/builders'
import { toBuilders, toTsx } from 'fukidashi/convert'
import plugin from 'fukidashi/eslint'
import { blocksOfPage, examplesOf, pages, sources } from '../docs/blocks.js'
import { elementsToSource } from '../../src/convert/source.js'
import { toBuilder } from '../support/to-builders.js'
import { elementsIn } from '../support/to-elements.js'
import { corpus } from '../fixtures/messages/index.js'

const linter = new Linter()
const config = {
  ...plugin.configs.recommended,
  files: ['**/*.tsx'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
}

/** What an editor would mark: line, rule and message. */
const marks = (code: string): string[] =>
  linter
    .verify(code, config as never, 'file.tsx')
    .map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? 'error'}: ${message}`)

describe('files without mistakes have no mark', () => {
  const files = readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && file !== 'broken.tsx')
    .map((file) => `examples/${file}`)

  it.each(files)('%s', (file) => {
    expect(marks(readFileSync(file, 'utf8'))).toEqual([])
  })

  it.each(pages().filter((file) => file !== 'docs/components.md'))('%s', (file) => {
    for (const { code, output } of blocksOfPage(file)) {
      // Its output shows the same mistakes.
      if (output?.text.includes('LineValidationError')) continue
      const reported = marks(code)
      // The README shows what is reported for it.
      if (code.includes('Add this lovely tea to my basket'))
        expect(reported).toEqual([
          expect.stringMatching(/^6 fukidashi\/max-length: .* at most 20$/),
        ])
      else expect([code, reported]).toEqual([code, []])
    }
  })

  it('examples of docstrings', () => {
    const blocks = sources().flatMap(examplesOf)
    const names =
      'Flex, Text, Buttons, Confirm, Carousel, Column, Postback, Uri, Camera, Image, QuickReply'
    const all = `import { ${names}, Mention, MessageAction } from 'fukidashi';`
    expect(blocks.length).toBeGreaterThan(100)
    for (const { code } of blocks.filter((block) => !block.code.includes('import ')))
      expect([code, marks(`${all}\n${code}`).filter((mark) => !mark.includes('error'))]).toEqual([
        code,
        [],
      ])
  })
})

describe('what convert writes has no mark', () => {
  const real = readFileSync('test/fixtures/real/messages.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: unknown }).message)
  const values = [
    ...real,
    ...Object.values(corpus)
      .flat()
      .filter(({ as = 'message' }) => as === 'message')
      .map(({ value }) => value),
  ]
  const valid = values.filter((value) =>
    validate(value, { as: 'message' }).every(({ severity }) => severity === 'warning'),
  )

  it.each([
    ['TSX', toTsx, valid],
    ['builders', toBuilders, valid.filter((_, i) => i % 3 === 0)],
  ])('%s', (_, convert, some) => {
    expect(some.length).toBeGreaterThan(250)
    for (const value of some) {
      const code = convert(value)
      expect([code, marks(code)]).toEqual([code, []])
    }
  })
})

describe('mistakes are marked', () => {
  it('in the example that is broken', () => {
    expect(marks(readFileSync('examples/broken.tsx', 'utf8'))).toEqual([
      expect.stringMatching(/^7 fukidashi\/max-length: text has 81 characters; .* room for 60/),
      expect.stringMatching(/^7 fukidashi\/valid-values: .* has the scheme "http"/),
    ])
  })

  // The texts of these are printed in a form that is not a literal.
  const notLiteral = /[\uD800-\uDFFF](?![\uDC00-\uDFFF])/

  it.each([
    ['TSX', 'tsx', elementsIn('children')],
    ['builders', 'builders', toBuilder],
  ] as const)('as `validate` reports them, in %s', (_, target, convert) => {
    const cases: { name: string; source: string; line: number; errors: string[] }[] = []
    // All cases are in one file, because reading the names of the package takes longer than a case.
    let code = `import * as all from 'fukidashi${target === 'tsx' ? '' : '/builders'}'
const { ${Object.keys(target === 'tsx' ? main : builders).join(', ')} } = all
`
    for (const { name, value, as = 'message', options, problems } of Object.values(corpus).flat()) {
      if (as !== 'message' || options || problems.length === 0) continue
      const element = convert(JSON.parse(JSON.stringify(value) ?? 'null') as unknown, as)
      const source = isElement(element) ? elementsToSource(element, target) : 'raw('
      if (source.includes('raw(') || notLiteral.test(source)) continue
      const errors = validate([element])
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message)
      cases.push({ name, source, line: code.split('\n').length, errors })
      code += `export const case${cases.length} = ${source}\n`
    }
    const reported = cases.map(() => new Set<string>())
    for (const mark of marks(code)) {
      const line = Number.parseInt(mark)
      const index = cases.findLastIndex((one) => one.line <= line)
      reported[index]!.add(mark.replace(/^\d+ \S+ /, ''))
    }
    let count = 0
    for (const [index, { name, source, errors }] of cases.entries()) {
      expect([name, source, [...reported[index]!].sort()]).toEqual([
        name,
        source,
        [...new Set(errors)].sort(),
      ])
      count += errors.length
    }
    expect(count).toBeGreaterThan(100)
  })
})
