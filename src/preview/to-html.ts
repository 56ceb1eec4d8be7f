/** From JSON to HTML. */
import type { Drawable } from './chat/types.js'
import { escape } from './html/escape.js'
import { markup } from './html/markup.js'
import { safePrefix, stylesheet } from './html/stylesheet.js'
import type { HtmlOptions } from './options.js'
import { toTree } from './to-tree.js'

/** Pictures are all that a page of ours may load, and only its own styles apply. */
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
 * HTML of a message, of messages in their order, of a chat or of a rich menu, as LINE draws them on a phone. It holds no
 * script, loads nothing but pictures, and all text in it is escaped. It never throws: what cannot be drawn becomes a box
 * that says so.
 *
 * What can be tapped carries its action as JSON in `data-action`.
 *
 * @example
 * import { toHtml } from 'fukidashi/preview'
 *
 * const html = toHtml([{ type: 'text', text: 'Hello' }], { as: 'document', account: { name: 'Tea shop' } })
 */
export function toHtml(drawable: Drawable, options: HtmlOptions = {}): string {
  const tree = toTree(drawable, options)
  const prefix = safePrefix(options.prefix)
  const how = { prefix, open: options.links === 'open' }
  if (options.as === 'rows') return tree.children.map((child) => markup(child, how)).join('\n')
  const body = markup(tree, how)
  if (options.as === 'markup') return body
  const styles = stylesheet(prefix)
  return options.as === 'document'
    ? page(
        options.language === 'ja' ? 'ja' : 'en',
        options.title ?? 'LINE',
        styles,
        tree.style.backgroundColor ?? '',
        body,
      )
    : `<style>${styles}</style>${body}`
}
