/** Links of Markdown pages that lead nowhere. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { linksOf } from '../../scripts/package/links.ts'

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (file: string) =>
  new Set(
    [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => anchorOf(text!)),
  )

/** `page: target` for each relative link and picture whose file or heading does not exist. */
export function deadLinks(page: string, root = '.'): string[] {
  const isDead = ({ file, anchor }: { file?: string; anchor?: string }): boolean => {
    if (file === undefined) return false
    const target = path.join(root, file)
    if (!existsSync(target)) return true
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor)
  }
  return linksOf(page, readFileSync(path.join(root, page), 'utf8'))
    .filter(isDead)
    .map(({ target }) => `${page}: ${target}`)
}
