/** Opens a file in the developer's editor: that of `LAUNCH_EDITOR`, one that runs, or that of `EDITOR`. */
import type { OpenedPlace } from '../../emulator/ui/index.js'

const noEditor =
  'No editor was found. Start one, or set the environment variable LAUNCH_EDITOR, for example to code.'

/** @throws {Error} if no editor is found */
export async function openInEditor({ file, line, column }: OpenedPlace): Promise<void> {
  const { default: launch } = await import('launch-editor')
  let why: string | undefined
  launch(`${file}:${line}:${column}`, (_, message) => {
    why = message === null ? noEditor : `${message} Set LAUNCH_EDITOR to another editor.`
  })
  if (why !== undefined) throw new Error(why)
}
