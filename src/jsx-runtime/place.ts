/** How components and places in the source are named in errors. */
import { builtIn } from './component.js'
import { FRAGMENT, PROVIDE, type Source } from './element.js'

/** `Flex.Text`, `ItemCard`, `br`. */
export function nameOf(type: unknown): string {
  if (typeof type === 'string') return type
  if (type === FRAGMENT) return 'Fragment'
  const definition = builtIn(type)
  if (definition) return definition.name
  if (typeof type === 'function')
    return (type as { displayName?: string }).displayName ?? (type.name || 'Anonymous')
  return type === PROVIDE ? 'Provide' : String(type)
}

/** `src/menu.tsx:9:5`: relative to the working folder where there is one and the file lies in it. */
export function placeOf({ fileName, lineNumber, columnNumber }: Source): string {
  const folder = workingFolder()
  const file = fileName.replace(/^file:\/\//, '').replaceAll('\\', '/')
  const shown = folder && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
  return `${shown}:${lineNumber}:${columnNumber}`
}

function workingFolder(): string | undefined {
  const { process } = globalThis as { process?: { cwd?: () => string } }
  try {
    return process?.cwd?.().replaceAll('\\', '/')
  } catch {
    return undefined
  }
}
