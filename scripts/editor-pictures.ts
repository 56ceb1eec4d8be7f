/**
 * Draws what editors show for docs/editors.md: `npm run pictures`. The code, the hover and the marks are the real output of VS Code's JSON
 * language service and of ESLint; the window around them is drawn here.
 */
import { Linter } from 'eslint'
import { chromium } from 'playwright-core'
import { parser } from 'typescript-eslint'
import plugin from '../src/eslint/index.ts'
import { hoverAt, jsonService, openText, schemaUri } from '../test/support/json-editor.ts'
import { chromiumFlags, chromiumPath } from './browser/chromium.ts'

/** A stretch of a text that an editor underlines. */
interface Mark {
  start: number
  end: number
  message: string
}

interface Picture {
  file: string
  code: string
  marks: Mark[]
  /** A box below a place of the code. */
  hover?: { at: number; text: string }
}

const schema = './node_modules/fukidashi/dist/schema/messages.json'

async function jsonPicture(): Promise<Picture> {
  const value = {
    $schema: schema,
    type: 'template',
    altText: 'Buy tea',
    template: {
      type: 'buttons',
      text: 'Please choose',
      actions: [
        { type: 'postback', label: 'Buy', data: 'buy=1' },
        { type: 'url', label: 'Details', uri: 'https://example.com/tea' },
      ],
    },
    quickReply: { items: [{ type: 'action', action: { type: 'camera', label: 'Photo' } }] },
  }
  const code = JSON.stringify(value, null, 2)
  // The same text, with the schema where this repository has it.
  const uri = schemaUri('messages')
  const moved = uri.length - schema.length
  const open = openText(code.replace(schema, uri))
  const offset = (position: { line: number; character: number }) =>
    open.document.offsetAt(position) - moved
  const at = code.indexOf('"quickReply"') + 1
  return {
    file: 'messages/menu.json',
    code,
    marks: (await jsonService.doValidation(open.document, open.json)).map(({ range, message }) => ({
      start: offset(range.start),
      end: offset(range.end),
      message: typeof message === 'string' ? message : message.value,
    })),
    hover: { at, text: await hoverAt(open, at + moved) },
  }
}

function eslintPicture(): Picture {
  const code = `import { Buttons, Postback, Uri } from 'fukidashi'

export const Menu = ({ item }: { item: Item }) => (
  <Buttons title={item.name}>
    Please choose
    <Postback label="Add this lovely tea to my basket" data={item.id} />
    <Uri label="Details" uri="https://example.com/green tea" />
    <Uri label="Map" uri={item.map}>
      Open the map
    </Uri>
  </Buttons>
)
`
  const linter = new Linter()
  const lines = code.split('\n')
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1
  const marks = linter
    .verify(
      code,
      {
        ...plugin.configs.recommended,
        files: ['**/*.tsx'],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
      'menu.tsx',
    )
    .map(({ line, column, endLine = line, endColumn = column, message, ruleId }) => ({
      start: offset(line, column),
      end: offset(endLine, endColumn),
      message: `${message}  ${ruleId ?? ''}`,
    }))
  return { file: 'src/menu.tsx', code, marks }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const token =
  /(?<name>"[^"]*"(?=:))|(?<text>"[^"]*"|'[^']*')|(?<tag><\/?[A-Z]\w*|\/?>)|(?<word>\b(?:import|from|export|const)\b)/g

/** A piece of code with colours. */
function coloured(text: string): string {
  let html = ''
  let last = 0
  for (const match of text.matchAll(token)) {
    const [kind] = Object.entries(match.groups!).find(([, value]) => value !== undefined)!
    html += `${escaped(text.slice(last, match.index))}<i class="${kind}">${escaped(match[0])}</i>`
    last = match.index + match[0].length
  }
  return html + escaped(text.slice(last))
}

function page({ file, code, marks, hover }: Picture): string {
  const sorted = [...marks].sort((a, b) => a.start - b.start)
  let start = 0
  const rows = code
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const end = start + line.length
      const here = sorted.filter((mark) => mark.start >= start && mark.start <= end)
      const under = here
        .map((mark) => {
          const width = Math.max(1, Math.min(mark.end, end) - mark.start)
          return `<b style="left:${String(mark.start - start)}ch;width:${String(width)}ch"></b>`
        })
        .join('')
      const box =
        hover && hover.at >= start && hover.at < end
          ? `<div class="hover" style="left:${String(hover.at - start - 1)}ch">${escaped(hover.text).replaceAll('\n', '<br>')}</div>`
          : ''
      start = end + 1
      return `<div class="row"><span class="number">${String(i + 1)}</span><code>${coloured(line)}${under}${box}</code></div>`
    })
  const lineOf = ({ start }: Mark) => code.slice(0, start).split('\n').length
  const problems = sorted.map(
    (mark) => `<li><em>${String(lineOf(mark))}</em>${escaped(mark.message)}</li>`,
  )
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;padding:24px;background:#e8eaed;font:14px/1.55 'DejaVu Sans Mono',monospace;width:max-content}
main{background:#fff;border-radius:10px;overflow:hidden;box-shadow:0 2px 12px #0003;width:1000px}
h1{margin:0;padding:9px 16px;background:#f3f4f6;font:13px sans-serif;color:#374151;border-bottom:1px solid #e5e7eb}
.rows{padding:12px 0}.row{display:flex;white-space:pre}.number{width:44px;padding-right:16px;text-align:right;color:#9ca3af}
code{position:relative;font:inherit;color:#1f2937}i{font-style:normal}
.name{color:#0451a5}.text{color:#a31515}.tag{color:#267f99}.word{color:#af00db}
b{position:absolute;bottom:0;height:4px;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='6' height='4'%3E%3Cpath d='M0 3 1.5 1 4.5 3 6 1' fill='none' stroke='%23e51400'/%3E%3C/svg%3E")}
.hover{position:absolute;top:1.6em;z-index:1;width:520px;padding:8px 12px;white-space:normal;background:#fff;border:1px solid #c8c8c8;border-radius:4px;box-shadow:0 2px 8px #0003;font:13px/1.5 sans-serif}
ul{margin:0;padding:10px 16px;list-style:none;border-top:1px solid #e5e7eb;background:#fafafa;font:13px/1.7 sans-serif;color:#374151}
em{display:inline-block;width:28px;font-style:normal;color:#e51400}
</style><main><h1>${file}</h1><div class="rows">${rows.join('')}</div><ul>${problems.join('')}</ul></main>`
}

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...chromiumFlags, '--font-render-hinting=none'],
})
const context = await browser.newContext({
  deviceScaleFactor: 1.5,
  viewport: { width: 1100, height: 900 },
})
for (const [name, picture] of [
  ['editor-json', await jsonPicture()],
  ['editor-eslint', eslintPicture()],
] as const) {
  const tab = await context.newPage()
  await tab.setContent(page(picture))
  const path = `docs/images/${name}.png`
  await tab.locator('body').screenshot({ path })
  console.log(path)
}
await browser.close()
