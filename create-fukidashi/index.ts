#!/usr/bin/env node
/** The program of `npm create fukidashi`: `fukidashi init`, with the templates of this package. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { outliveOutput } from '../src/cli/end.js'
import { configureInit } from '../src/cli/init/index.js'
import { newCommand, parse } from '../src/cli/parse.js'
import { reportAndExit } from '../src/cli/report-and-exit.js'

const root = new URL('../', import.meta.url)
const { name, version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  name: string
  version: string
}

outliveOutput()
const command = configureInit(newCommand(name).version(version, '-v, --version'), {
  name: 'npm create fukidashi',
  folder: fileURLToPath(new URL('templates/', root)),
  version,
})
parse(command, process.argv.slice(2)).catch(reportAndExit(name))
