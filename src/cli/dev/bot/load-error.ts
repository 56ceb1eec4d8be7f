/** Why a bot's file could not be loaded, in words. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { reactAdvice } from '../../../common/advice.js'
import { BotMissingError } from './adapt-bot.js'

/** Folder of this program. Its stack frames are left out of error messages. */
const here = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

interface LoadError extends Error {
  code?: string
  port?: number
  loc?: { file?: string; line: number }
  frame?: string
}

/** The error, its place and what to do next, without stack frames of the loader. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack = '', loc, frame } = error as LoadError
  // Removes terminal colors, which a page cannot display.
  const message = stripVTControlCharacters(error.message)
  const advice = adviceFor(error, message)
  const place = loc ? `${loc.file ?? ''}:${loc.line}` : ''
  const way = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/node_modules|node:internal/.test(line))
    .filter((line) => !line.includes(here))
    .slice(0, 5)
  return [
    message,
    place,
    stripVTControlCharacters(frame ?? ''),
    // The frames of the search are of no use.
    ...(loc || error instanceof BotMissingError ? [] : way),
    advice,
  ]
    .filter(Boolean)
    .join('\n')
}

function adviceFor(error: LoadError, message: string): string | undefined {
  const { code, port } = error
  if (code === 'EADDRINUSE')
    return (
      `Port ${port}, on which the bot listens, is taken. End the program that uses it. If that is the bot itself, ` +
      `use it without a file: fukidashi dev --webhook http://127.0.0.1:${port}/webhook`
    )
  const name = missingPackage(message)
  if (name !== undefined) return `Install it: npm install ${name}`
  if (/\b(?:require|module|exports) is not defined/.test(message))
    return 'The file is CommonJS. Use `import` and `export default bot` instead of `require` and `module.exports`, or start the bot yourself and use: fukidashi dev --webhook URL'
  return reactAdvice(error)
}

/** Name of a package that is not installed: `zod` of `zod/mini`, `@scope/name`. */
function missingPackage(message: string): string | undefined {
  const [, specifier] =
    /(?:Cannot find (?:module|package)|Failed to (?:load|resolve)(?: url| import)?) ['"]?([^'"\s]+)/i.exec(
      message,
    ) ?? []
  if (
    specifier === undefined ||
    specifier.startsWith('@/') ||
    /^(?:[./\\]|[a-z]:|node:|file:|virtual:|#|~)/i.test(specifier)
  )
    return undefined
  const [first = '', second] = specifier.split('/')
  return first.startsWith('@') ? (second === undefined ? undefined : `${first}/${second}`) : first
}
