/** Draws JSON as HTML. */
import type { Drawable } from './chat/types.js'
import { PreviewError } from './errors.js'
import { hanOfLanguage, hanOfTree } from './han.js'
import { escape } from '../common/escape-html.js'
import { markup } from './html/markup.js'
import { safePrefix, stylesheet } from './html/stylesheet.js'
import { checkNames, htmlNames } from './option-names.js'
import type { HtmlOptions } from './options.js'
import { drawTree } from './to-tree.js'

/** The page may only load images, and only use its own styles. */
const policy = "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'"

const page = (
  language: string,
  title: string,
  styles: string,
  background: string,
  body: string,
): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>body{margin:0;background:${background}}
${styles}</style>
</head>
<body>${body}</body>
</html>
`

/**
 * Draws a message, a list of messages, a chat or a rich menu as HTML, as LINE shows them on a phone. The HTML has no
 * scripts, loads only images, and all texts are escaped. No message makes `toHtml` throw: parts that cannot be drawn become a box with
 * an explanation.
 *
 * Elements that can be tapped have their action as JSON in `data-action`.
 *
 * @throws {PreviewError} `option_invalid` for an unknown option
 * @example
 * import { toHtml } from 'fukidashi/preview'
 *
 * const html = toHtml([{ type: 'text', text: 'Hello' }], { as: 'document', account: { name: 'Tea shop' } })
 */
export function toHtml(drawable: Drawable, options: HtmlOptions = {}): string {
  checkNames(options, htmlNames)
  const isRows = options.as === 'rows'
  if (isRows && (Array.isArray(options.device) || options.caption === true))
    throw new PreviewError(
      'option_invalid',
      "as: 'rows' draws the rows of one phone. Use one device, without a caption.",
    )
  const tree = drawTree(drawable, options, isRows)
  const prefix = safePrefix(options.prefix)
  const open = options.links === 'open'
  if (isRows) {
    const rows = tree.children.map((child) => markup(child, { prefix, open, han: undefined }))
    return rows.join('\n')
  }
  const han = hanOfTree(tree) ?? hanOfLanguage(options.language)
  const body = markup(tree, { prefix, open, han })
  if (options.as === 'markup') return body
  const styles = stylesheet(prefix)
  return options.as === 'document'
    ? page(
        options.language ?? 'en',
        options.title ?? 'LINE',
        styles,
        tree.style.backgroundColor ?? '',
        body,
      )
    : `<style>${styles}</style>${body}`
}
