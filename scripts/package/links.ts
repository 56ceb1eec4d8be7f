/** Links and pictures of a Markdown page. */
import path from 'node:path'

/** Code, in which nothing is a link. */
const code = /^( *)```[\s\S]*?^\1```$|`[^`\n]*`/gm
/** A picture, in HTML also with its variants for other themes around it. */
const image =
  /!\[([^\]]*)\]\(([^)\s]+)\)\n?|(?:<picture>\s*(?:<source\b[^>]*>\s*)*)?<img\b[^>]*?\bsrc="([^"]+)"[^>]*>(?:\s*<\/picture>)?\n?/g
const variant = /<source\b[^>]*?\bsrcset="([^"\s]+)"/g
const link =
  /(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)|<a\b[^>]*?\bhref="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g

const isRelative = (target: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target)

/** The file that a relative target names, seen from the root. */
const fileOf = (page: string, target: string): string =>
  path.posix.join(path.posix.dirname(page), decodeURI(target.replace(/[#?].*$/, '')))

/** Applies `change` to the text outside of code. Links may have code in their text, so code is put aside first. */
function outsideCode(text: string, change: (text: string) => string): string {
  const pieces: string[] = []
  const marked = text.replace(code, (piece) => `\u0000${String(pieces.push(piece) - 1)}\u0000`)
  return change(marked).replace(
    /\u0000(\d+)\u0000/g,
    (_mark, index: string) => pieces[Number(index)]!,
  )
}

/** Every link and picture: the file it names, if it is relative, and the anchor. */
export function linksOf(
  page: string,
  text: string,
): { target: string; file?: string; anchor?: string }[] {
  const targets: string[] = []
  outsideCode(text, (plain) => {
    for (const match of plain.matchAll(image)) targets.push((match[2] ?? match[3])!)
    for (const match of plain.matchAll(variant)) targets.push(match[1]!)
    for (const match of plain.matchAll(link)) targets.push((match[2] ?? match[3])!)
    return plain
  })
  return targets.map((target) => {
    const [, anchor] = target.split('#')
    return {
      target,
      ...(isRelative(target) && { file: fileOf(page, target) }),
      ...(target.startsWith('#') && { file: page }),
      ...(anchor !== undefined && { anchor }),
    }
  })
}

const languageLine = /^(?:English|\[English\]\([^)]*\)) · .*\n\n?/m

/** A page without the line of links to its translations. */
export const withoutLanguageLine = (text: string): string => text.replace(languageLine, '')

/** A page for a folder that has only some of the files: other links become their text, other pictures are left out. */
export function withoutDeadLinks(
  page: string,
  text: string,
  exists: (file: string) => boolean,
): string {
  const isDead = (target: string): boolean => isRelative(target) && !exists(fileOf(page, target))
  return outsideCode(text, (plain) =>
    plain
      .replace(image, (all, _alt, markdown?: string, html?: string) =>
        isDead((markdown ?? html)!) ? '' : all,
      )
      .replace(link, (all, words?: string, markdown?: string, html?: string, inner?: string) =>
        isDead((markdown ?? html)!) ? (words ?? inner)! : all,
      ),
  )
}
