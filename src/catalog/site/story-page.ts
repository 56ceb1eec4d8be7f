/** The page of one story in one locale. */
import { escape } from '../../common/escape-html.js'
import { jsonToSource } from '../../convert/source.js'
import { type Drawable, toHtml } from '../../preview/index.js'
import type { StoryResult } from '../node/check-stories.js'
import { drawableOf, lookOf } from '../node/drawing.js'
import { type Finding, findingsOf } from '../node/findings.js'
import { placeText } from '../node/report/report.js'
import { policyOf, storyScript } from './script.js'

/** A page in another locale, relative to this one. */
export interface LocaleLink {
  locale: string
  href: string
}

/** What the page of a story needs beside the story. */
export interface StoryPageOptions {
  /** Absolute path of the project. */
  root: string
  /** From the page to the folder of the site: `../../`. */
  home: string
  locales: readonly LocaleLink[]
}

/** The start of a page. */
export const head = (title: string, home: string, script: string): string => `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policyOf(script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${home}site.css">`

/** A part of the page that opens and closes. */
const panel = (title: string, body: string, open = false): string =>
  `<details${open ? ' open' : ''}><summary>${title}</summary>${body}</details>`

const code = (text: string): string => `<pre tabindex="0">${escape(text)}</pre>`

/** JSON as source; if it cannot be written as such, the reason. */
function sourceOf(json: object, target: 'tsx' | 'builders'): string {
  try {
    return jsonToSource(json, target)
  } catch (error) {
    return `// ${(error as Error).message}`
  }
}

function problemItem(finding: Finding): string {
  const { severity, code: name, message, path, component } = finding
  const place = [placeText(finding), path, component ?? ''].filter((part) => part !== '')
  return `<li><strong class="${severity}">${severity}</strong> ${escape(name)}: ${escape(message)}<br><code>${escape(place.join('   '))}</code></li>`
}

function problemsPanel(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  return panel(
    `Problems <span class="count">${findings.length}</span>`,
    `<ul class="problems">${findings.map(problemItem).join('')}</ul>`,
    true,
  )
}

function sourcePanels({ output }: StoryResult): string {
  if (output === undefined) return ''
  if (typeof output === 'string') return panel('Transcript', code(output), true)
  const size = Buffer.byteLength(JSON.stringify(output))
  return [
    panel('TSX', code(sourceOf(output, 'tsx')), true),
    panel('Builders', code(sourceOf(output, 'builders'))),
    panel(
      `JSON <span class="count">${size.toLocaleString('en')} bytes</span>`,
      code(JSON.stringify(output, null, 2)),
    ),
  ].join('\n')
}

function phones(drawable: Drawable, { story, locale }: StoryResult): string {
  const look = lookOf(story.story.account, locale)
  const phone = (theme: 'light' | 'dark') =>
    `<div class="phone on-${theme}">${toHtml(drawable, { ...look, theme, as: 'markup' })}</div>`
  return `<div>${phone('light')}${phone('dark')}</div>`
}

const localeLinks = (locales: readonly LocaleLink[], current: string): string =>
  locales
    .map(({ locale, href }) => {
      const mark = locale === current ? ' aria-current="page"' : ''
      return `<a href="${escape(href)}"${mark}>${escape(locale)}</a>`
    })
    .join('\n')

/** HTML of the page. */
export function storyPage(result: StoryResult, options: StoryPageOptions): string {
  const { story, locale } = result
  const { root, home, locales } = options
  const { title, endpoint, to } = story.story
  const { file, line } = story.place
  const about = [
    `${file}:${line}`,
    endpoint === undefined ? '' : `endpoint: ${endpoint}`,
    to === undefined ? '' : `to: ${to}`,
  ].filter((part) => part !== '')
  const drawable = drawableOf(result)
  const themes = drawable
    ? '<span class="space"></span><label for="light">Light</label><label for="dark">Dark</label>'
    : ''
  return `<!doctype html>
<html lang="en" data-id="${escape(story.id)}" data-locale="${escape(locale)}">
<head>
${head(`${story.id} (${locale})`, home, storyScript)}
</head>
<body>
<main class="story">
<p class="home"><a href="${home}index.html">All messages</a></p>
<h1>${escape(title)} / ${escape(story.name)}</h1>
<p class="about">${escape(about.join(' · '))}</p>
${drawable ? '<input class="theme" type="radio" name="theme" id="light" checked>\n<input class="theme" type="radio" name="theme" id="dark">' : ''}
<div class="choices">
${localeLinks(locales, locale)}
${themes}
</div>
<div class="columns">
${drawable ? phones(drawable, result) : '<p>Nothing could be drawn.</p>'}
<div class="panels">
${problemsPanel(findingsOf(result, root))}
${sourcePanels(result)}
</div>
</div>
</main>
<script>${storyScript}</script>
</body>
</html>
`
}
