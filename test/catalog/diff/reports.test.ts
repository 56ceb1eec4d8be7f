/** Reports of differences: how large they may be, and texts that try to leave their place. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildInProcess } from '../../../src/catalog/diff/build-in-process.js'
import type { LocaleChange, StoryChange } from '../../../src/catalog/diff/compare-builds.js'
import { diffLines } from '../../../src/catalog/diff/diff-lines.js'
import type { ChangePictures } from '../../../src/catalog/diff/draw-changes.js'
import { htmlReport } from '../../../src/catalog/diff/html.js'
import { markdownReport } from '../../../src/catalog/diff/markdown.js'
import type { DiffReport } from '../../../src/catalog/diff/report.js'

const change = (locale: string, before: string, after: string): LocaleChange => ({
  locale,
  kind: 'changed',
  before: undefined,
  after: undefined,
  lines: diffLines(before, after),
})

function report(stories: StoryChange[], pictures = new Map<LocaleChange, ChangePictures>()) {
  const side = { commit: undefined, failure: undefined }
  return {
    before: { ...side, name: 'main' },
    after: { ...side, name: 'working tree' },
    comparison: { stories, unchanged: 0, uncompared: [] },
    drawn: { pictures, notes: [] },
    look: 'iphone, light',
  } satisfies DiffReport
}

const story = (id: string, ...locales: LocaleChange[]): StoryChange => ({
  id,
  name: 'Normal',
  kind: 'changed',
  locales,
})

const local = (file: string) => file

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fukidashi-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

describe('Markdown', () => {
  const long = Array.from({ length: 3_000 }, (_, i) => `<Text>お茶 ${i}</Text>`)

  it.each([
    [
      'a thousand stories',
      Array.from({ length: 1_000 }, (_, i) => story(`Shop/${i}`, change('ja', `a${i}`, 'b'))),
    ],
    [
      'one huge message in ten languages',
      [
        story(
          'Shop',
          ...Array.from({ length: 10 }, (_, i) => change(`l${i}`, long.join('\n'), 'b')),
        ),
      ],
    ],
    [
      'long names',
      Array.from({ length: 300 }, () => story('長い'.repeat(3_000), change('ja', 'a', 'b'))),
    ],
  ])('fits into a comment: %s', (_, stories) => {
    const text = markdownReport(report(stories), local)
    expect(text.length).toBeLessThan(65_536)
    expect(text).toContain(`${stories.length} changed`)
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
    expect((text.match(/^`{3,}/gm) ?? []).length % 2).toBe(0)
  })

  it('says how many changes have no room', () => {
    const stories = Array.from({ length: 1_000 }, (_, i) =>
      story(`Shop/${i}`, change('ja', `a${i}`, 'b')),
    )
    const text = markdownReport(report(stories), local)
    const shown = text.match(/<summary>/g)!.length
    expect(text).toContain(`${1_000 - shown} more are in \`report.html\``)
    expect(shown).toBeGreaterThan(100)
  })

  it('shows hostile texts as texts, and mentions no one', () => {
    const evil = '</summary></details>|`*x*` @aki <img src=x> [a](b)\n```\n````\n# h'
    const text = markdownReport(report([story(evil, change('ja', 'a', evil))]), local)
    const [outside, fenced] = text.split('`````diff\n')
    for (const part of ['</summary></details>', '@aki', '<img src=x>', '[a](b)', '*x*', '# h'])
      expect(outside).not.toContain(part)
    expect(fenced!.split('\n`````\n')[0]).toContain('+ ```\n+ ````\n+ # h')
  })

  it('has pictures at the address where they will be', () => {
    const one = change('ja', 'a', 'b')
    const pictures = new Map([[one, { before: 'pictures/a b.png', looksSame: false }]])
    const urlOf = (file: string) => `https://example.com/"/${file}`
    const text = markdownReport(report([story('Shop', one)], pictures), urlOf)
    expect(text).toContain('src="https://example.com/&quot;/pictures/a b.png"')
  })
})

describe('the page', () => {
  it('has small pictures inside and others beside it', async () => {
    const folder = await temporaryFolder()
    const one = change('ja', 'a', 'b')
    await writeFile(join(folder, 'small.png'), 'small')
    await writeFile(join(folder, 'large 茶.png'), Buffer.alloc(9_000_000))
    const pictures = new Map([
      [one, { before: 'small.png', after: 'large 茶.png', looksSame: false }],
    ])
    const html = await htmlReport(report([story('Shop', one)], pictures), folder)
    expect(html).toContain(`src="data:image/png;base64,${Buffer.from('small').toString('base64')}"`)
    expect(html).toContain('src="large%20%E8%8C%B6.png"')
  })

  it('shows hostile texts as texts', async () => {
    const evil = '"><img src=x onerror=alert(1)></pre><script>alert(1)</script>'
    const html = await htmlReport(report([story(evil, change(evil, 'a', evil))]), '.')
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img')
  })
})

it('a build that never finishes is stopped and reported', async () => {
  const folder = await temporaryFolder()
  const command = join(folder, 'never.js')
  await writeFile(command, 'setInterval(() => {}, 1000)')
  const stops: (() => void)[] = []
  const place = { folder, onEnd: (stop: () => void) => stops.push(stop) }
  const options = { command, patterns: [], timeout: 1, buildTimeout: 1_000 }
  const result = await buildInProcess(folder, join(folder, 'out'), options, place)
  expect(result).toEqual({ failure: 'It did not end after 1 seconds.' })
  expect(stops).toHaveLength(1)
})
