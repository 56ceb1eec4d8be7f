/** What to do after the project is written. */
import type { Plan } from './make-plan.js'

/** Writes a path for a shell. */
const quoted = (path: string): string =>
  /^[\w./\\-]+$/.test(path) ? path : `"${path.replaceAll(/["$`]/g, '\\$&')}"`

/**
 * The next commands, and where to read on.
 *
 * @param place - the folder, from the current one
 */
export function nextSteps(
  place: string,
  { withCommands, readme }: Plan,
  isInstalled: boolean,
): string {
  const steps: [command: string, about?: string][] = [
    ['npm test', 'the tests of the bot'],
    ['npm run dev', 'a chat with the bot in your browser'],
  ]
  if (!isInstalled) steps.unshift(['npm install'])
  const commands = steps.map(([command]) => withCommands(command))
  const width = Math.max(...commands.map(({ length }) => length))
  const lines = steps.map(([, about], index) =>
    about === undefined ? commands[index] : `${commands[index]!.padEnd(width)}   # ${about}`,
  )
  if (place !== '.') lines.unshift(`cd ${quoted(place)}`)
  return `\nNext:\n\n${lines.map((line) => `  ${line}`).join('\n')}\n\n${readme} says how to connect it to LINE.\n`
}
