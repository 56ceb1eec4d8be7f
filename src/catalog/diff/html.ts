/** The report as a page. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escape } from '../../common/escape-html.js'
import type { LocaleChange, StoryChange } from './compare-builds.js'
import { closeLines, type DiffLine } from './diff-lines.js'
import type { ChangePictures } from './draw-changes.js'
import { type DiffReport, sideText, summaryText } from './report.js'

/** Pictures are inside of the page while they have fewer bytes in all; the rest are files beside it. */
const mostBytes = 8_000_000

const policy = "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'"

const styles = `:root{color-scheme:light dark;--text:#1d2430;--quiet:#5b6472;--line:#d9dee6;--ground:#fff;--removed:#ffe5e3;--added:#dcf5e3;--link:#0b5bd3}
@media (prefers-color-scheme:dark){:root{--text:#e6e9ef;--quiet:#a3adbb;--line:#343b47;--ground:#14181f;--removed:#4d2220;--added:#173d26;--link:#8ab8ff}}
body{max-width:1280px;margin:0 auto;padding:20px;background:var(--ground);color:var(--text);font:14px/1.5 system-ui,sans-serif}
a{color:var(--link)}
h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:32px 0 6px;overflow-wrap:anywhere}h3{font-size:14px;margin:14px 0 6px}
.quiet{color:var(--quiet);margin:0 0 12px;overflow-wrap:anywhere}
ul{padding-left:20px}li{overflow-wrap:anywhere}
.pictures{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
figure{margin:0 0 8px;max-width:100%}figcaption{color:var(--quiet);font-size:12px}
img{max-width:100%;border:1px solid var(--line);border-radius:8px}
pre{margin:6px 0 0;padding:8px 0;border:1px solid var(--line);border-radius:8px;overflow:auto;max-height:80vh;font:12px/1.55 ui-monospace,Menlo,Consolas,monospace}
pre span{display:block;padding:0 12px;min-width:max-content}
.removed{background:var(--removed)}.added{background:var(--added)}.gap{color:var(--quiet)}`

/** Puts pictures into the page as long as there is room. */
class Pictures {
  #left = mostBytes
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async source(file: string): Promise<string> {
    const bytes = await readFile(join(this.#folder, file))
    if (bytes.length > this.#left) return file.split('/').map(encodeURIComponent).join('/')
    this.#left -= bytes.length
    return `data:image/png;base64,${bytes.toString('base64')}`
  }
}

/**
 * A page without scripts.
 * @param folder - absolute path of the folder with the pictures
 */
export async function htmlReport(report: DiffReport, folder: string): Promise<string> {
  const { before, after, comparison, drawn, look } = report
  const pictures = new Pictures(folder)
  const sections: string[] = []
  for (const [i, story] of comparison.stories.entries())
    sections.push(await sectionOf(story, i, report, pictures))
  const failed = comparison.uncompared.map(
    ({ side, subject, message }) =>
      `<li>${side}: <strong>${escape(subject)}</strong><pre><span>${escape(message)}</span></pre></li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`Messages: ${summaryText(report)}`)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>Messages: ${escape(summaryText(report))}</h1>
<p class="quiet">${escape(sideText(before))} → ${escape(sideText(after))}; pictures: ${escape(look)}</p>
${before.failure === undefined ? '' : `<p>${escape(sideText(before))} could not be built:</p><pre tabindex="0"><span>${escape(before.failure)}</span></pre>`}
${drawn.notes.map((note) => `<p class="quiet">${escape(note)}</p>`).join('\n')}
<ul>
${comparison.stories.map(({ kind, id, locales }, i) => `<li><a href="#s${i}">${escape(id)}</a> ${kind} (${escape(locales.map(({ locale }) => locale).join(', '))})</li>`).join('\n')}
</ul>
${failed.length === 0 ? '' : `<h2>Not compared</h2><ul>${failed.join('')}</ul>`}
${sections.join('\n')}
</main>
</body>
</html>
`
}

async function sectionOf(
  { id, kind, locales }: StoryChange,
  number: number,
  { drawn }: DiffReport,
  pictures: Pictures,
): Promise<string> {
  const parts: string[] = []
  for (const change of locales) {
    const figures = await figuresOf(change, drawn.pictures.get(change), pictures)
    parts.push(
      `<h3>${escape(change.locale)}${change.kind === kind ? '' : `: ${change.kind}`}</h3>${figures}<pre tabindex="0">${linesOf(change.lines)}</pre>`,
    )
  }
  return `<section id="s${number}"><h2>${escape(id)}: ${kind}</h2>${parts.join('\n')}</section>`
}

const titles = { before: 'Before', after: 'After', difference: 'Difference' } as const

async function figuresOf(
  { locale }: LocaleChange,
  drawn: ChangePictures | undefined,
  pictures: Pictures,
): Promise<string> {
  if (!drawn) return ''
  const figures: string[] = []
  for (const name of ['before', 'after', 'difference'] as const) {
    const file = drawn[name]
    if (file === undefined) continue
    const title = drawn.looksSame ? 'Before and after look the same' : titles[name]
    const source = escape(await pictures.source(file))
    figures.push(
      `<figure><img src="${source}" alt="${title}, ${escape(locale)}" loading="lazy"><figcaption>${title}</figcaption></figure>`,
    )
  }
  return figures.length === 0 ? '' : `<div class="pictures">${figures.join('')}</div>`
}

const signs = { same: ' ', removed: '-', added: '+' } as const

const linesOf = (lines: readonly DiffLine[]): string =>
  closeLines(lines)
    .map((line) =>
      line
        ? `<span class="${line.kind}">${signs[line.kind]} ${escape(line.text)}</span>`
        : '<span class="gap">…</span>',
    )
    .join('')
