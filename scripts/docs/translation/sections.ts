/** Markdown pages as sections: a heading and what follows it, with code blocks and anchors. */

/** A heading and the text below it, up to the next heading. The first section of a page may have no heading. */
export interface Section {
  /** The anchor that GitHub gives the heading: unique in its page. `top` before the first heading. */
  anchor: string
  title: string
  /** 1 for `#`; 0 before the first heading. */
  level: number
  /** With the heading. */
  text: string
}

/** A fenced block of code. */
export interface CodeBlock {
  /** Language, file name and other words after the fence. */
  info: string
  code: string
  /** The whole block with its fences. */
  text: string
}

const fence = /^( *)(`{3,}|~{3,})(.*)\n([\s\S]*?)^\1\2$/gm

export const codeBlocksOf = (text: string): CodeBlock[] =>
  [...text.matchAll(fence)].map(([block, , , info, code]) => ({
    info: info!.trim(),
    code: code!,
    text: block,
  }))

/** Replaces each block of code, in order. */
export const replaceCode = (text: string, change: (block: string) => string): string =>
  text.replace(fence, (block) => change(block))

/** Anchor of a heading, without the number that GitHub adds to a repeated one. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')

/** The sections of a page. Lines of code are not headings, and a comment at the start is not a section. */
export function sectionsOf(page: string): Section[] {
  const code: string[] = []
  const marked = replaceCode(page, (block) => `\u0000${String(code.push(block) - 1)}\u0000`)
  const seen = new Map<string, number>()
  return marked
    .split(/^(?=#{1,6} )/m)
    .filter((text) => text.replace(/<!--[\s\S]*?-->/g, '').trim() !== '')
    .map((text) => {
      const [, hashes = '', title = ''] = /^(#{1,6}) (.+)$/m.exec(text.split('\n')[0]!) ?? []
      const plain = title === '' ? 'top' : anchorOf(title)
      const times = seen.get(plain) ?? 0
      seen.set(plain, times + 1)
      return {
        anchor: times === 0 ? plain : `${plain}-${String(times)}`,
        title,
        level: hashes.length,
        text: text.replace(/\u0000(\d+)\u0000/g, (_, index: string) => code[Number(index)]!),
      }
    })
}

export const anchorsOf = (page: string): Set<string> =>
  new Set(sectionsOf(page).flatMap(({ anchor, level }) => (level === 0 ? [] : [anchor])))
