/** Limits in the docstrings of the spec, components and builders are those of the spec: no figure is only prose. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Definition, readSpec, refName } from '../../scripts/generate/schema.ts'
import { labelLimits } from '../../src/spec/label-limits.ts'
import { MessageList_maxItems } from '../../src/spec/generated/numbers.ts'
import { limits } from '../../src/spec/limits.ts'

const all = readSpec('tsconfig.json')
const places = Object.values(labelLimits)
const { richMenuImage, files, url, flexKilobytes, textV2 } = limits

/** What a docstring counts, and the limits that do not depend on where it is. */
const units: [unit: RegExp, tags: string[], others: number[]][] = [
  [/UTF-16 code units/, ['minUtf16', 'maxUtf16', 'warnUtf16'], [url.link, url.media]],
  [
    /characters/,
    ['minUtf16', 'maxUtf16', 'maxGraphemes'],
    [
      ...places.flatMap(({ label, messageText }) => [label.max, messageText.max]),
      ...Object.values(limits.buttons),
      ...Object.values(limits.column),
    ],
  ],
  [/MB/, [], [...Object.values(files), richMenuImage.bytes / 1024 ** 2]],
  [/KB/, [], [files.animatedKilobytes, ...Object.values(flexKilobytes)]],
  [/pixels/, ['minimum', 'maximum'], [limits.pictureSide, limits.imagemapWidth]],
  [/times/, [], [limits.richMenuRatio, limits.aspectRatio.maxHeightToWidth]],
  [/mentions/, [], [textV2.mentions]],
  [/messages/, [], [MessageList_maxItems]],
  [/in a message|animated/, [], [limits.animatedImages, textV2.mentions, textV2.emojis]],
  [
    /(?:action )?buttons|(?:square )?pictures|cards|areas|bubbles|columns|items|users|ids/,
    ['minItems', 'maxItems'],
    [],
  ],
]

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const number = `(?:\\d[\\d,]*(?:\\.\\d+)?|${words.slice(1).join('|')})`
const numberOf = (text: string) =>
  words.includes(text) ? words.indexOf(text) : Number(text.replaceAll(',', ''))

/** The prose of each docstring: without what comes after a tag, and without code. */
function proseOf(source: string): string[] {
  return [...source.matchAll(/\/\*\*(.*?)\*\//gs)].map(([, text]) =>
    text!
      .replace(/^\s*\* ?/gm, '')
      .replace(/(?:^|\s)@[a-z].*$/s, '')
      .replace(/`[^`]*`/g, '`')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

const componentFiles = new Map(
  readdirSync('src/components', { recursive: true, encoding: 'utf8' })
    .filter((name) => /[A-Z]\w*\.ts$/.test(name))
    .map((name) => [/(\w+)\.ts$/.exec(name)![1]!, readFileSync(`src/components/${name}`, 'utf8')]),
)

const names = (source: string, name: string) => new RegExp(`\\b${name}\\b`).test(source)

/** Definitions that a file names, itself or by a component, and what their properties refer to. */
function definitionsIn(source: string): Definition[] {
  const components = [...componentFiles].filter(([name]) => names(source, name))
  const whole = [source, ...components.map(([, text]) => text)].join('\n')
  const found = new Set(Object.keys(all).filter((name) => names(whole, name)))
  for (const name of [...found])
    for (const [, ref] of JSON.stringify(all[name]).matchAll(/"\$ref":"([^"]+)"/g))
      found.add(refName(ref!))
  return [...found].map((name) => all[name]!)
}

const tagged = (definitions: Definition[], tags: string[]) =>
  definitions
    .flatMap((definition) => [definition, ...Object.values(definition.properties ?? {})])
    .flatMap((part) => tags.map((tag) => part[tag]))
    .filter((value) => typeof value === 'number')

/** Phrases such as "1 to 300 UTF-16 code units" of which a figure is no limit. */
function wrongPhrases(source: string): string[] {
  const definitions = definitionsIn(source)
  return proseOf(source).flatMap((prose) =>
    units.flatMap(([unit, tags, others]) => {
      const phrase = new RegExp(
        `(${number})(?:(?: to | × | or |, or )(${number}))?(?: or more| more)? (?:${unit.source})\\b`,
        'g',
      )
      const permitted = [...tagged(definitions, tags), ...others]
      return [...prose.matchAll(phrase)]
        .filter(([, ...figures]) =>
          figures.some((figure) => figure !== undefined && !permitted.includes(numberOf(figure))),
        )
        .map(([text]) => `${text}; limits: ${[...new Set(permitted)].join(', ')}`)
    }),
  )
}

const paths = ['src/spec', 'src/components', 'src/builders']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => path.endsWith('.ts'))
  .filter((path) => !/generated|spec\/(?:api|webhook)|limits\.ts|shape\.ts|counting\.ts/.test(path))

describe('a figure in a hover', () => {
  it.each(paths)('is a limit of the spec: %s', (path) => {
    expect(wrongPhrases(readFileSync(path, 'utf8'))).toEqual([])
  })

  it.each([
    ['src/components/actions/Postback.ts', 'up to 300', 'up to 301'],
    ['src/components/actions/Uri.ts', '1,000', '2,500'],
    ['src/components/templates/Buttons.ts', 'up to four', 'up to five'],
    ['src/components/templates/Carousel.ts', '1 to 10', '1 to 12'],
    ['src/components/messages/Video.ts', '200 MB', '100 MB'],
    ['src/components/rich-menu/RichMenu.ts', '2500 pixels', '2400 pixels'],
    ['src/components/rich-menu/RichMenu.ts', '1.45', '1.5'],
    ['src/spec/flex/image.ts', '1024 × 1024', '1024 × 2048'],
  ])('is noticed when it is wrong: %s', (path, right, wrong) => {
    const source = readFileSync(path, 'utf8')
    expect(source).toContain(right)
    expect(wrongPhrases(source.replace(right, wrong))).not.toEqual([])
  })
})
