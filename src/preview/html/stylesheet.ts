/** The common styles: the defaults of all nodes, and rules that a style attribute cannot have. */

import { deviceNames, devices } from '../devices.js'
import { photos } from '../icons.js'
import { chineseFirst, latinStacks, others } from './fonts.js'

/** The look of a missing image. */
const emptyFrame = `url("${photos('#8a95a4')}")`

/** A class prefix that is safe in CSS and HTML; otherwise the default. */
export const safePrefix = (prefix: string | undefined): string =>
  prefix !== undefined && /^[a-zA-Z][\w-]{0,40}$/.test(prefix) ? prefix : 'fk'

/**
 * The stylesheet of all previews with this prefix. It has no effect on other elements of the page.
 *
 * @example
 * import { stylesheet, toHtml } from 'fukidashi/preview'
 *
 * const page = `<style>${stylesheet()}</style>${toHtml({ type: 'text', text: 'Hello' }, { as: 'markup' })}`
 */
export function stylesheet(prefix?: string): string {
  const p = `.${safePrefix(prefix)}`
  const fonts = deviceNames
    .map((name) => `${p}-root${p}-${name}{--latin:${latinStacks[devices[name].latin]}}`)
    .join('\n')
  return `
${p}-root,${p}-root *{box-sizing:border-box;margin:0;padding:0;min-width:0;border:0 solid transparent;text-decoration:none;font:inherit;color:inherit}
${p}-root{--latin:${latinStacks.Inter};font-size:16px;line-height:1.4;color:#444;text-align:start;direction:ltr;-webkit-text-size-adjust:none;text-size-adjust:none;font-weight:400;font-variant-ligatures:no-common-ligatures;line-break:strict;text-spacing-trim:space-all}
${fonts}
${p}-root,${p}-phone,${p}-root [lang=ja]{font-family:var(--latin),${others}}
${p}-root[lang|=zh],${p}-root[lang|=zh] ${p}-phone,${p}-root [lang|=zh]{font-family:var(--latin),${chineseFirst}}
${p}-box{display:flex;flex-direction:column;flex:none;position:relative}
${p}-text,${p}-line,${p}-clamp{display:block;flex:none;position:relative;max-width:100%;overflow-x:clip}
${p}-line{white-space:pre;text-overflow:ellipsis}
${p}-text,${p}-clamp{white-space:pre-wrap;overflow-wrap:break-word}
${p}-clamp{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical}
${p}-image{display:block;flex:none;position:relative;overflow:hidden;object-fit:cover;object-position:center;background:center/cover no-repeat}
${p}-image[data-missing]::before{content:attr(data-missing);position:absolute;inset:0;padding:8px;overflow:hidden;background:${emptyFrame} center/30px no-repeat #dfe4ea;color:#66707f;font:500 10px/1.35 ui-monospace,Menlo,Consolas,monospace;text-align:left;direction:ltr;white-space:normal;overflow-wrap:anywhere}
${p}-natural{font-size:0}
${p}-natural[data-missing]::before{display:block;position:relative;box-sizing:border-box;width:var(--width);height:calc(var(--width)*.75)}
${p}-natural[src]::before{margin-bottom:-16px}
${p}-video ${p}-image::before,${p}-flex-video ${p}-image::before{background-image:none !important}
${p}-glyph{display:inline-block;position:relative;overflow:hidden;object-fit:contain;white-space:nowrap;color:transparent;font-size:inherit}
${p}-glyph::before{content:'';position:absolute;inset:0;background:#d3d9e1;box-shadow:inset 0 0 0 1px #ffffffb0}
${p}-root [data-scrolls]{overflow-x:auto;overflow-y:hidden;scrollbar-width:none;-webkit-overflow-scrolling:touch}
${p}-root [data-scrolls]::-webkit-scrollbar{display:none}
${p}-root [data-action]{cursor:pointer}
${p}-key{position:absolute;inset:0;pointer-events:none;border-radius:inherit}
${p}-root [role=button]:focus-visible,${p}-root a:focus-visible{outline:2px solid #2f7cf6;outline-offset:2px}
${p}-flex-button-face[data-action]:active,${p}-row[data-action]:active,${p}-quick[data-action]:active{filter:brightness(.92)}
${p}-area:hover,${p}-area:focus-visible{background:rgba(47,124,246,.22);box-shadow:inset 0 0 0 2px rgba(47,124,246,.85)}
${p}-area>*{opacity:0}
${p}-area:hover>*,${p}-area:focus-visible>*{opacity:1}
${p}-ending{opacity:0;transition:opacity .15s}
${p}-flex-video:hover ${p}-ending,${p}-ending:focus-visible{opacity:1}
${p}-dot{animation:${safePrefix(prefix)}-dot 1.2s infinite ease-in-out both}
${p}-dot:nth-child(2){animation-delay:.16s}
${p}-dot:nth-child(3){animation-delay:.32s}
@keyframes ${safePrefix(prefix)}-dot{0%,70%,100%{opacity:.35;transform:translateY(0)}35%{opacity:1;transform:translateY(-3px)}}
@media (prefers-reduced-motion:reduce){${p}-dot{animation:none}}
`.trim()
}
