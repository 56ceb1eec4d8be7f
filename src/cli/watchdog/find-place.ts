/** Finds the line of the user's code at which the main thread is. */
import { Session, type Debugger } from 'node:inspector'
import { isAbsolute, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inlineSourceMap } from '../../catalog/node/inline-source-map.js'

/** The main thread, which is stopped in the middle of its code. */
export interface Paused {
  /** Runs an expression there. */
  evaluate(expression: string): Promise<void>
}

/** Milliseconds until a thread that cannot be stopped, because it is in native code, is left alone. */
const LATE = 3_000

/**
 * Stops the main thread, and lets it go on afterwards.
 *
 * @param use - called with the place (`src/bot.tsx:3:5`) as far as it is known
 */
export async function findPlace(
  root: string,
  use: (place: string | undefined, paused: Paused | undefined) => Promise<void>,
): Promise<void> {
  const session = new Session()
  const scripts = new Map<string, Debugger.ScriptParsedEventDataType>()
  try {
    session.connectToMainThread()
    session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params))
    const frames = await new Promise<Debugger.CallFrame[]>((resolve) => {
      session.on('Debugger.paused', ({ params }) => resolve(params.callFrames))
      setTimeout(() => resolve([]), LATE)
      session.post('Debugger.enable')
      session.post('Debugger.pause')
    })
    const [top] = frames
    const paused: Paused | undefined = top && {
      evaluate: (expression) =>
        new Promise((resolve) => {
          session.post(
            'Debugger.evaluateOnCallFrame',
            { callFrameId: top.callFrameId, expression },
            () => resolve(),
          )
          setTimeout(resolve, LATE)
        }),
    }
    await use(placeOf(frames, scripts, root), paused)
  } catch {
    await use(undefined, undefined)
  } finally {
    session.post('Debugger.disable')
    session.disconnect()
  }
}

/** The place of the innermost frame in a file of the project, which its source map may name. */
function placeOf(
  frames: readonly Debugger.CallFrame[],
  scripts: ReadonlyMap<string, Debugger.ScriptParsedEventDataType>,
  root: string,
): string | undefined {
  for (const { location } of frames) {
    const { url = '', sourceMapURL } = scripts.get(location.scriptId) ?? {}
    const { lineNumber, columnNumber = 0 } = location
    const entry = inlineSourceMap(sourceMapURL)?.findEntry(lineNumber, columnNumber)
    const [file, line, column] =
      entry && 'originalSource' in entry
        ? [entry.originalSource, entry.originalLine, entry.originalColumn]
        : [url, lineNumber, columnNumber]
    const path = pathOf(file, url, root)
    if (path) return `${path}:${line + 1}:${column + 1}`
  }
  return undefined
}

/** The path of a file from the root; undefined if it is not a file of the project. */
function pathOf(file: string, script: string, root: string): string | undefined {
  const base = urlOf(script)
  const url = urlOf(file) ?? (base && new URL(file, base))
  if (url?.protocol !== 'file:') return undefined
  const path = relative(root, fileURLToPath(url))
  return /^\.\.|node_modules/.test(path) || isAbsolute(path) ? undefined : path
}

/** A URL or an absolute path as a URL. */
function urlOf(file: string): URL | undefined {
  if (isAbsolute(file)) return pathToFileURL(file)
  return URL.canParse(file) ? new URL(file) : undefined
}
