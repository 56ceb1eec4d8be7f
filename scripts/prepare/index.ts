/**
 * Prepares the real components that the tests use: `npm test` runs it first. It uses what is there, else installs it, else
 * ends with the command for this system. Later components (databases, queues) are added to this list.
 */
import { prepareChromium } from '../browser/chromium.ts'

try {
  for (const prepare of [prepareChromium]) await prepare()
} catch (error) {
  console.error(`\n${(error as Error).message}\n`)
  process.exit(1)
}
