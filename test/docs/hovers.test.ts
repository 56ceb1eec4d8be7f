/** Limits in docstrings are `{@limit …}` tags, so that a limit is written once: no figure is prose. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withLimits } from '../../scripts/generate/limit-tags.ts'
import * as numbers from '../../src/spec/generated/numbers.ts'
import { apiLimits } from '../../src/spec/api/limits.ts'
import { limits } from '../../src/spec/limits.ts'

const words = 'two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen|twenty'
const figure = `(?:\\d[\\d,]*(?:\\.\\d+)?|${words})`
/** What LINE limits. */
const units =
  'UTF-16 code units|characters|letters|[MK]B|pixels|times|mentions|messages|emoji|(?:action )?buttons|' +
  '(?:square )?images|cards|areas|bubbles|blocks|columns|items|users|ids|lines|actions|options|tokens|days'
const phrase = new RegExp(
  `(?:at most|up to|at least|no more than|exactly) ${figure}\\b|\\b${figure} (?:to|×|or) ${figure}\\b|\\b${figure} (?:${units})\\b|\\b${figure} (?:in a message|by default)`,
  'gi',
)

/** Figures that are not limits of values: times that LINE keeps something, and figures of statistics. */
const facts = [
  'last 14 days',
  'it for 14 days',
  'for 14 days',
  'last 60 days',
  'fewer than 20',
  'up to 60 seconds',
  '(?:At|at) most \\d+ times an hour',
  '15 minutes',
  'ten minutes',
  'to 15 minutes',
  '(?:-|from )0 to ',
]

/** The prose of each docstring: without what comes after a tag, and without code. */
function proseOf(source: string): string[] {
  return [...source.matchAll(/\/\*\*(.*?)\*\//gs)].map(([, text]) =>
    text!
      .replace(/^\s*\* ?/gm, '')
      .replace(/(?:^|\s)@(?!param|returns|limit)[a-z].*$/s, '')
      .replace(/`[^`]*`/g, '`')
      .replace(/\s+/g, ' ')
      .replace(new RegExp(facts.join('|'), 'g'), '')
      .trim(),
  )
}

const figuresIn = (source: string) =>
  proseOf(source).flatMap((prose) => [...prose.matchAll(phrase)].map(([text]) => text))

const filesIn = (...folders: string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))

// Limits themselves, and files without hovers.
const silent = /spec\/(?:(?:api\/)?limits|label-limits|shape|counting|sendable-stickers)\.ts/
const paths = filesIn('src/spec', 'src/components', 'src/builders', 'src/client/resources').filter(
  (path) => !silent.test(path),
)

describe('a hover', () => {
  it.each(paths)('has no figure that the spec does not know: %s', (path) => {
    expect(figuresIn(readFileSync(path, 'utf8'))).toEqual([])
  })

  it.each(paths.filter((path) => readFileSync(path, 'utf8').includes('{@limit')))(
    'names limits that there are: %s',
    (path) => {
      const text = withLimits(readFileSync(path, 'utf8'), numbers)
      expect(text).not.toContain('{@limit')
      // Each of them is noticed if it is written as a figure.
      expect(figuresIn(text)).not.toEqual([])
    },
  )

  it('shows the limit in the words of the reader', () => {
    const text = 'up to {@limit url.link} or {@limit label.quickReply} or {@limit ChatId_x}'
    expect(withLimits(text, { ChatId_x: 12_345 })).toBe(
      `up to ${limits.url.link.toLocaleString('en')} or 20 or 12,345`,
    )
    expect(() => withLimits('{@limit files.pictures}', numbers)).toThrow(
      '{@limit files.pictures} names no limit of src/spec',
    )
  })
})

describe('a limit', () => {
  const values = new Set<unknown>([
    ...Object.values(numbers),
    ...JSON.stringify({ ...limits, ...apiLimits })
      .match(/\d+(?:\.\d+)?/g)!
      .map(Number),
  ])
  // A length, a size or a number that is compared with a figure, or named in LINE's answers.
  const compared =
    /(?:\.length|\b(?:limit|size|seconds|ttl|page|count))\s*[<>]=?\s*([\d_]{2,})\b|(?:Between|atMost|atLeast|notLonger)\((?:\d+, )?([\d_]{2,})\)/g
  /** Comparisons with limits of this library, which are not LINE's. */
  const own: Record<string, string[]> = {
    'src/client/errors/describe-argument.ts': ['.length > 40'],
    'src/client/retry.ts': ['.length > 100'],
    'src/emulator/api/retry-keys.ts': ['size > 10_000'],
    'src/emulator/people/media.ts': ['.length > 255'],
    'src/webhook/base/checks.ts': ['.length <= 20'],
    'src/webhook/routing/filter-errors.ts': ['.length > 40'],
  }
  it.each(filesIn('src/client', 'src/endpoints', 'src/emulator', 'src/webhook', 'src/postback'))(
    'of LINE is not written a second time: %s',
    (path) => {
      const again = [...readFileSync(path, 'utf8').matchAll(compared)]
        .filter(([, one, other]) => values.has(Number((one ?? other)!.replaceAll('_', ''))))
        .map(([text]) => text)
      expect(again.filter((text) => !own[path]?.includes(text))).toEqual([])
    },
  )
})
