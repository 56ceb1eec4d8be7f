/** Lists of users in files. */
import { readFile } from 'node:fs/promises'
import { ChatId_pattern } from '../../spec/generated/numbers.js'
import { RichMenuError } from '../errors.js'

const userId = new RegExp(ChatId_pattern)

/**
 * Reads user ids, one a line. Empty lines and lines that begin with # are left out.
 * @throws {RichMenuError} `users_invalid`
 */
export async function readUsers(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RichMenuError('users_invalid', `${file} cannot be read: ${(cause as Error).message}`)
  })
  const users = new Set<string>()
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const id = line.trim()
    if (id === '' || id.startsWith('#')) continue
    if (!userId.test(id) || !id.includes('U'))
      throw new RichMenuError(
        'users_invalid',
        `${file}:${i + 1} is not a user id: ${JSON.stringify(id.slice(0, 40))}. Write one id a line: U and 32 hexadecimal digits.`,
      )
    users.add(id)
  }
  if (users.size === 0)
    throw new RichMenuError('users_invalid', `${file} has no user ids. Write one id a line.`)
  return [...users]
}
