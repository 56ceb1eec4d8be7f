/** A project of Next.js that exists: its pages stay, and the webhook's route goes where its routes are. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const route = 'src/app/webhook/route.ts'
const pages = ['src/app/layout.tsx', 'src/app/page.tsx']

/** Whether a folder has pages of Next.js. */
const hasPages = (folder: string, routes: string): boolean =>
  ['layout', 'page'].some((name) =>
    ['tsx', 'jsx', 'js', 'ts'].some((ending) =>
      existsSync(join(folder, routes, `${name}.${ending}`)),
    ),
  )

/** Changes the files for a folder in which there may be a project of Next.js. */
export function fitNextProject(files: Map<string, string>, folder: string): void {
  // Next.js does not look into src/app when there is an app.
  const isInRoot = existsSync(join(folder, 'app'))
  if (isInRoot || hasPages(folder, 'src/app') || existsSync(join(folder, 'src/pages')))
    for (const page of pages) files.delete(page)
  if (!isInRoot) return
  files.set(route.replace('src/', ''), files.get(route)!.replace("'../../bot'", "'../../src/bot'"))
  files.delete(route)
}
