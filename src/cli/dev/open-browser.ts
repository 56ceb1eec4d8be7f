/** Opens the page in the browser. */
import { spawn } from 'node:child_process'

/** The program that opens a URL, and its arguments before it. */
function opener(): [string, ...string[]] {
  const { BROWSER } = process.env
  if (BROWSER !== undefined && BROWSER !== '') return [BROWSER]
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}

/** @param fails - called with an error message if no browser is found */
export function openBrowser(url: string, fails: (message: string) => void): void {
  const [program, ...args] = opener()
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => fails(`No browser could be opened. Open ${url} yourself.`))
  child.unref()
}
