/** Questions before something is deleted. */
import { createInterface } from 'node:readline/promises'
import { UsageError } from './usage-error.js'

/**
 * Asks on standard error.
 *
 * @param command - its name, for the error
 * @param about - what is printed before the question
 * @returns whether the answer was yes
 * @throws {UsageError} without a terminal
 */
export async function confirm(
  command: string,
  question: string,
  about?: () => Promise<string>,
): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError(
      `${command} asks before it deletes. Pass --yes where there is no terminal.`,
    )
  if (about) console.error(await about())
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} Type yes: `)
  terminal.close()
  return answer.trim() === 'yes'
}
