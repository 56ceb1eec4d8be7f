/** The rows of the tree: folders of titles, components, and stories. */
import type { FileView } from '../../catalog/preview/view.js'
import type { StoryKey } from '../state/catalog.js'

/** A row. */
export interface Row {
  /** Unique among the rows. */
  id: string
  label: string
  /** From 1. */
  level: number
  /** The story; undefined for a folder. */
  story: StoryKey | undefined
  /** For a folder. */
  isOpen: boolean
  isBroken: boolean
}

interface Folder {
  id: string
  label: string
  isBroken: boolean
  folders: Map<string, Folder>
  stories: { key: StoryKey; label: string }[]
}

const newFolder = (id: string, label: string): Folder => ({
  id,
  label,
  isBroken: false,
  folders: new Map(),
  stories: [],
})

/** Stories in a catalog whose folders are all open at first. */
const SMALL = 60

/** All folders and stories; titles are the folders. Until a title is known, the file takes its place. */
export function treeOf(files: readonly FileView[]): Folder {
  const root = newFolder('', '')
  for (const { file, stories, isBroken } of files) {
    if (stories.length === 0 && isBroken) folderFor(root, [file]).isBroken = true
    for (const { name, title } of stories) {
      const folder = folderFor(root, title?.split('/') ?? [file])
      folder.stories.push({ key: { file, name }, label: name })
      if (isBroken) folder.isBroken = true
    }
  }
  return root
}

function folderFor(root: Folder, levels: readonly string[]): Folder {
  let folder = root
  for (const label of levels) {
    const id = `${folder.id}/${label}`
    const next = folder.folders.get(label) ?? newFolder(id, label)
    folder.folders.set(label, next)
    folder = next
  }
  return folder
}

/** Folders from the top to a story. */
export function foldersOf(files: readonly FileView[], { file, name }: StoryKey): string[] {
  const stories = files.find((one) => one.file === file)?.stories
  const entry = stories?.find((one) => one.name === name)
  if (!entry) return []
  const levels = entry.title?.split('/') ?? [file]
  return levels.map((_, i) => `/${levels.slice(0, i + 1).join('/')}`)
}

/** Which folders are open: those that the user has opened or closed, and otherwise all of a small catalog. */
export interface OpenFolders {
  toggled: ReadonlyMap<string, boolean>
  isSmall: boolean
}

export const isSmall = (files: readonly FileView[]): boolean =>
  files.reduce((count, { stories }) => count + stories.length, 0) <= SMALL

/** The visible rows. With words to search for, those of stories that have all of them. */
export function rowsOf(root: Folder, open: OpenFolders, search: string): Row[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const rows: Row[] = []
  const add = (folder: Folder, level: number): boolean => {
    let hasAny = false
    for (const child of folder.folders.values()) {
      const isOpen = words.length > 0 || (open.toggled.get(child.id) ?? open.isSmall)
      const at = rows.length
      const { id, label, isBroken } = child
      rows.push({ id, label, level, story: undefined, isOpen, isBroken })
      const hasRows = isOpen ? add(child, level + 1) : true
      if (words.length > 0 && !hasRows) rows.length = at
      else hasAny = true
    }
    for (const { key, label } of folder.stories) {
      const whole = `${folder.id}/${label}`.toLowerCase()
      if (!words.every((word) => whole.includes(word))) continue
      hasAny = true
      const id = `${key.file}#${key.name}`
      rows.push({ id, label, level, story: key, isOpen: false, isBroken: false })
    }
    return hasAny
  }
  add(root, 1)
  return rows
}

/** All stories in the order of the tree. */
export function storiesOf(root: Folder): { key: StoryKey; folder: string }[] {
  return [
    ...[...root.folders.values()].flatMap(storiesOf),
    ...root.stories.map(({ key }) => ({ key, folder: root.id })),
  ]
}

/**
 * The story after another one, or before it; at the end none.
 *
 * @param component - the first story of the next component
 */
export function stepFrom(
  stories: readonly { key: StoryKey; folder: string }[],
  from: StoryKey | undefined,
  by: 1 | -1,
  component: boolean,
): StoryKey | undefined {
  const at = stories.findIndex(({ key }) => key.file === from?.file && key.name === from.name)
  if (at === -1) return stories[0]?.key
  if (!component) return stories[at + by]?.key
  const { folder } = stories[at]!
  const others = by === 1 ? stories.slice(at) : stories.slice(0, at).reverse()
  const next = others.find((one) => one.folder !== folder)?.folder
  return stories.find((one) => one.folder === next)?.key
}
