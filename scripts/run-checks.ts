/**
 * Runs scripts of package.json, three at a time, and prints the output of each when it ends. All of them run, also after a failure.
 *
 * tsx scripts/run-checks.ts check:lint check:types          two scripts
 * tsx scripts/run-checks.ts check:a,check:b check:c         b only after a
 */
import { spawn } from 'node:child_process'

/** CI has two cores, and several checks wait for the network or for programs that they start. */
const AT_ONCE = 3

const failures: string[] = []
const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}

/** Runs a script, and prints what it printed. */
function runScript(name: string): Promise<void> {
  const begin = performance.now()
  console.log(`${name} …`)
  const child = spawn(`npm run --silent ${name}`, {
    shell: true,
    env: { ...process.env, ...color },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (data) => (output += String(data)))
  child.stderr.on('data', (data) => (output += String(data)))
  return new Promise((done) => {
    child.once('close', (code) => {
      if (code !== 0) failures.push(name)
      const seconds = Math.round((performance.now() - begin) / 1000)
      const result = code === 0 ? 'passed' : 'FAILED'
      console.log(`\n${name} ${result} (${seconds} s)\n${output.trimEnd()}`)
      done()
    })
  })
}

const sequences = process.argv.slice(2)
async function work(): Promise<void> {
  for (let next = sequences.shift(); next !== undefined; next = sequences.shift())
    for (const name of next.split(',')) await runScript(name)
}

await Promise.all(Array.from({ length: AT_ONCE }, work))
if (failures.length > 0) {
  console.error(`\nFailed: ${failures.join(', ')}`)
  process.exitCode = 1
}
