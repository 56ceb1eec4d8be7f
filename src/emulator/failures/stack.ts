/** Stack frames of errors. */
import { type FilePlace, placeIn, projectPath } from './project-path.js'

/** Frames that are kept, and characters of one. */
const MOST_FRAMES = 30
const LONGEST = 300

/** Frames of the program that loads the bot, and of Node. */
const ofLoader =
  /node:|^native |<anonymous>$|[\\/]node_modules[\\/](?:vite|tsx|esbuild|rolldown|vitest|@vitest)[\\/]|[\\/]fukidashi[\\/](?:dist|src)[\\/]cli[\\/]/

interface Frame {
  text: string
  /** Set for files of the project. */
  place: FilePlace | undefined
}

const readFrames = (stack: string, root: string | undefined): Frame[] =>
  stack
    .split('\n', 200)
    .flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? [])
    .map((text) => frameOf(text, root))

/**
 * The frames of a stack, those of the project first and with paths from its folder.
 *
 * @param stack - as V8 writes it
 * @param callSite - stack of the call that the error came of, for an error whose own stack has no frame of the project
 */
export function framesOf(
  stack: string,
  root: string | undefined,
  callSite = '',
): { stack: string[]; place: FilePlace | undefined } {
  const frames = readFrames(stack, root)
  let own = frames.filter(({ place }) => place)
  if (own.length === 0) own = readFrames(callSite, root).filter(({ place }) => place)
  const others = frames.filter(({ place, text }) => !place && !ofLoader.test(text))
  return {
    stack: [...own, ...others].slice(0, MOST_FRAMES).map(({ text }) => text.slice(0, LONGEST)),
    place: own[0]?.place,
  }
}

/** Reads `handler (file:///shop/bot.ts:3:5)` or `/shop/bot.ts:3:5`. */
function frameOf(text: string, root: string | undefined): Frame {
  const [, name, inside] = /^(.*?) ?\((.+)\)$/.exec(text) ?? [undefined, '', text]
  const where = placeIn(inside.replace(/^async /, ''))
  const file = where && !ofLoader.test(inside) ? projectPath(root, where.file) : undefined
  if (!where || file === undefined) return { text, place: undefined }
  const place = { ...where, file }
  const at = [file, where.line, where.column].filter((part) => part !== undefined).join(':')
  return { text: name === '' ? at : `${name} (${at})`, place }
}
