/** Reads JSON from files and standard input. */
import { readFileSync } from 'node:fs'
import { decodeText } from '../common/decode-text.js'
import { dim } from './style.js'

/**
 * The text of a file; of standard input for `-`.
 *
 * @param what - what to paste if standard input is a terminal
 */
export async function readText(file: string, what = 'JSON'): Promise<string> {
  if (file !== '-') return decodeText(readFileSync(file))
  if (process.stdin.isTTY) console.error(dim(`Paste ${what}, then press Ctrl-D.`))
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return decodeText(Buffer.concat(chunks))
}

/**
 * The value of a text.
 *
 * @param json - without a byte order mark
 * @param name - name of the file, for errors
 * @throws {Error} with the line and column of what is not JSON
 */
export function parseJson(json: string, name: string): unknown {
  if (json.trim() === '') throw new Error(`${name} is empty. Pass JSON.`)
  try {
    return JSON.parse(json)
  } catch (error) {
    // Node names the position in some of its messages, and in others repeats the text.
    const message = (error as SyntaxError).message.replace(
      /, ?(?:\.{3})?"[^]*is not valid JSON$/,
      '',
    )
    const end = message.includes('end of JSON input') ? json.length : undefined
    const position = /position (\d+)/.exec(message)?.[1] ?? end
    const place = position === undefined ? '' : `:${placeOf(json, Number(position))}`
    throw new Error(`${name}${place} is not JSON: ${message}.`, { cause: error })
  }
}

/** Line and column. */
function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}
