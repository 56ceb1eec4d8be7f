/** Links of Markdown pages that lead nowhere. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { anchorsOf } from '../../scripts/docs/translation/sections.ts'
import { linksOf } from '../../scripts/package/links.ts'

const anchorsIn = (file: string) => anchorsOf(readFileSync(file, 'utf8'))

/** `page: target` for each relative link and picture whose file or heading does not exist. */
export function deadLinks(page: string, root = '.'): string[] {
  const isDead = ({ file, anchor }: { file?: string; anchor?: string }): boolean => {
    if (file === undefined) return false
    const target = path.join(root, file)
    if (!existsSync(target)) return true
    return (
      anchor !== undefined &&
      target.endsWith('.md') &&
      !anchorsIn(target).has(decodeURIComponent(anchor))
    )
  }
  return linksOf(page, readFileSync(path.join(root, page), 'utf8'))
    .filter(isDead)
    .map(({ target }) => `${page}: ${target}`)
}
