/** The page with the tree of all stories, and a frame for the one that is open. */
import { escape } from '../../common/escape-html.js'
import { plural } from '../../common/words.js'
import { type Finding } from '../node/findings.js'
import { placeText } from '../node/report/report.js'
import { indexScript } from './script.js'
import { head } from './story-page.js'

/** A story in the tree. */
export interface IndexEntry {
  /** Title and export. */
  id: string
  title: string
  name: string
  locales: readonly string[]
  /** The page below the folder of a locale. */
  path: string
  errors: number
  warnings: number
}

/** A level of titles. */
interface Group {
  groups: Map<string, Group>
  entries: IndexEntry[]
}

const emptyGroup = (): Group => ({ groups: new Map(), entries: [] })

function treeOf(entries: readonly IndexEntry[]): Group {
  const root = emptyGroup()
  for (const entry of entries) {
    let group = root
    for (const level of entry.title.split('/')) {
      let next = group.groups.get(level)
      if (!next) group.groups.set(level, (next = emptyGroup()))
      group = next
    }
    group.entries.push(entry)
  }
  return root
}

/** With more stories, the groups of the tree are closed. */
const manyStories = 150

/** The path of a file as a URL. */
export const urlOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const count = (number: number, kind: 'error' | 'warning'): string =>
  number === 0 ? '' : `<span class="count ${kind}">${plural(number, kind)}</span>`

function entryItem({ id, name, locales, path, errors, warnings }: IndexEntry): string {
  const page = urlOf(path)
  return `<li><a href="${escape(`${locales[0]!}/${page}`)}" target="story" data-id="${escape(id)}" data-path="${escape(page)}" data-locales="${escape(locales.join(' '))}">${escape(name)}${count(errors, 'error')}${count(warnings, 'warning')}</a></li>`
}

function groupItems({ groups, entries }: Group, open: boolean): string {
  const inside = [...groups].map(
    ([level, group]) =>
      `<li><details${open ? ' open' : ''}><summary>${escape(level)}</summary>${groupItems(group, open)}</details></li>`,
  )
  return `<ul>${[...inside, ...entries.map(entryItem)].join('\n')}</ul>`
}

function failureItem(finding: Finding): string {
  return `<li><strong class="error">${escape(placeText(finding))}</strong><br>${escape(finding.message)}</li>`
}

/**
 * HTML of the page.
 *
 * @param failures - files whose stories are missing
 */
export function indexPage(
  title: string,
  entries: readonly IndexEntry[],
  failures: readonly Finding[],
): string {
  const [first] = entries
  const locales = new Set(entries.flatMap((entry) => [...entry.locales]))
  const start = first ? escape(`${first.locales[0]!}/${urlOf(first.path)}`) : 'about:blank'
  return `<!doctype html>
<html lang="en">
<head>
${head(title, '', indexScript)}
</head>
<body>
<div class="site">
<details class="side" open>
<summary>${escape(title)}</summary>
<input type="search" placeholder="Search ( / )" aria-label="Search stories" hidden>
<p>${plural(entries.length, 'story', 'stories')} in ${plural(locales.size, 'locale')}</p>
${failures.length === 0 ? '' : `<p>Files that could not be loaded:</p><ul class="problems">${failures.map(failureItem).join('')}</ul>`}
<nav aria-label="Stories">
${groupItems(treeOf(entries), entries.length <= manyStories)}
<p class="none" hidden>No story has these words.</p>
</nav>
</details>
<iframe name="story" title="Story" src="${start}"></iframe>
</div>
<script>${indexScript}</script>
</body>
</html>
`
}
