/** The files of a new project, made of the folders of `templates/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { foldersOf, type Project } from './choices.js'
import { joinManifests, type Manifest } from './merge-manifest.js'

/** Names that npm leaves out of packages or reads itself, so templates have them without the dot. */
const dotted: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  'env.example': '.env.example',
}

/** Files that are joined when several folders have them, instead of being replaced. */
const joined = ['.gitignore', 'README.md']

const pragma = '/** @jsxImportSource fukidashi */\n'

/** Text of package.json. */
export const textOf = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** Reads package.json of all folders of a project. */
export function manifestOf(project: Project, templates: string): Manifest {
  const parts = foldersOf(project).flatMap((folder) => {
    const file = join(templates, folder, 'package.json')
    return readdirSync(join(templates, folder)).includes('package.json')
      ? [JSON.parse(readFileSync(file, 'utf8')) as Manifest]
      : []
  })
  const manifest = joinManifests(parts)
  return {
    ...manifest,
    name: project.name,
    dependencies: { ...manifest.dependencies, fukidashi: project.fukidashi },
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.replaceAll(sep, '/'))
    .sort()
}

/**
 * Makes all files of a project but package.json.
 *
 * @param templates - the folder `templates/`
 * @param needsPragma - whether files with messages name fukidashi's JSX themselves
 * @returns texts by path, with `/` between folders
 */
export function projectFiles(
  project: Project,
  templates: string,
  needsPragma: boolean,
): Map<string, string> {
  const files = new Map<string, string>()
  for (const folder of foldersOf(project))
    for (const file of filesBelow(join(templates, folder))) {
      if (file === 'package.json') continue
      const name = dotted[file] ?? file
      const text = adapted(readFileSync(join(templates, folder, file), 'utf8'), name, project)
      const before = joined.includes(name) ? files.get(name) : undefined
      files.set(name, before === undefined ? text : `${before}\n${text}`)
    }
  for (const [file, text] of files) {
    const isMessages = /\.tsx$/.test(file) && text.includes("from 'fukidashi")
    // A page of React imports nothing of fukidashi.
    if (needsPragma && (isMessages || /^(?:src|test)\/[\w.]+\.tsx$/.test(file)))
      files.set(file, pragma + text)
  }
  return files
}

function adapted(text: string, file: string, project: Project): string {
  if (file === 'README.md') return text.replaceAll('{{name}}', project.name)
  if (file === 'wrangler.jsonc') return text.replace('"line-bot"', JSON.stringify(project.name))
  // Bundlers of Next.js resolve no `./menu.js` to menu.tsx.
  return project.platform === 'next' && /\.tsx?$/.test(file)
    ? text.replaceAll(/(from '\.{1,2}\/[^']+)\.js'/g, "$1'")
    : text
}
