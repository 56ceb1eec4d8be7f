/**
 * Measures and prints tables.
 *
 *   node bench/run.js            everything, seven rounds
 *   node bench/run.js --quick    two short rounds, to see that all of it runs
 *   node bench/run.js --only=jsx variants with such a name, times only
 *   node bench/run.js --write    prints, and writes bench/results.md
 */
import { execSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    write: { type: 'boolean' },
  },
})

const here = fileURLToPath(new URL('.', import.meta.url))
if (!existsSync(`${here}node_modules/esbuild`))
  execSync('npm ci --no-audit --no-fund', { cwd: here, stdio: ['ignore', 2, 2] })

const { authoring } = await import('./authoring/run.js')
const report = (line) => process.stderr.write(`${line}\n`)
const result = `${await authoring({ ...values, report })}\n`
process.stdout.write(result)
if (values.write) writeFileSync(`${here}results.md`, `# Measured\n\n${result}`)
