/**
 * Prepares Chromium, Redis, PostgreSQL and the packages of the tests. `npm test` runs it first. It uses what is installed, otherwise installs it, otherwise
 * fails with the command for this system. `--only chromium` prepares one of them.
 */
import { parseArgs } from 'node:util'
import { prepareChromium } from '../browser/chromium.ts'
import { prepareEngines } from './engines.ts'
import { preparePeers } from './peers.ts'

const components: Readonly<Record<string, () => void | Promise<void>>> = {
  peers: preparePeers,
  chromium: prepareChromium,
  engines: prepareEngines,
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })

try {
  for (const [name, prepare] of Object.entries(components))
    if (values.only === undefined || values.only === name) await prepare()
} catch (error) {
  console.error(`\n${(error as Error).message}\n`)
  process.exit(1)
}
