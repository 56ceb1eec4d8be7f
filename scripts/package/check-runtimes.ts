/**
 * Packs the package and runs it in every supported runtime: Node 20, 22, 24, Deno, Bun and workerd render, verify and
 * reply, and print which transport and which HMAC they have loaded. Deno and Bun also compile JSX, and Workers handle two webhooks
 * of one user at the same time, and test the stores of Cloudflare. The runtimes come from npm, see `test/runtimes/package.json`. Needs a built `dist`.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { install } from './install.ts'

const runtimes = resolve('test/runtimes')
if (!existsSync(join(runtimes, 'node_modules')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', runtimes], { stdio: 'inherit' })
const bin = (path: string) => join(runtimes, 'node_modules', path)

const node22 = bin('node-22/bin/node')
const tried: [name: string, command: string, args: string[], files: 'node node' | 'fetch web'][] = [
  [`Node ${process.versions.node}`, process.execPath, ['run.mjs'], 'node node'],
  ['Node 22', node22, ['run.mjs'], 'node node'],
  ['Node 24', bin('node-24/bin/node'), ['run.mjs'], 'node node'],
  [
    'Deno',
    bin('.bin/deno'),
    ['run', '--allow-all', '--node-modules-dir=manual', 'run.mjs'],
    'fetch web',
  ],
  ['Bun', bin('.bin/bun'), ['run.mjs'], 'fetch web'],
  ['workerd', node22, ['workerd.mjs'], 'fetch web'],
]

await install((home) => {
  const files = ['program.mjs', 'run.mjs', 'card.tsx', 'workerd.mjs', 'worker.mjs']
  for (const file of [...files, 'stores.mjs', 'store-worker.mjs'])
    cpSync(join(runtimes, file), join(home, file))
  symlinkSync(resolve('node_modules/esbuild'), join(home, 'node_modules/esbuild'))
  symlinkSync(bin('miniflare'), join(home, 'node_modules/miniflare'))
  for (const [name, command, args, files] of tried)
    try {
      const loaded = execFileSync(command, args, { cwd: home, encoding: 'utf8' }).trim()
      if (loaded !== files) throw new Error(`loaded ${loaded} instead of ${files}`)
      console.log(`ok     ${name} renders, verifies and replies; transport and HMAC: ${loaded}`)
    } catch (error) {
      process.exitCode = 1
      console.log(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  try {
    const done = execFileSync(node22, ['stores.mjs'], { cwd: home, encoding: 'utf8' }).trim()
    console.log(`ok     workerd keeps claims in Durable Objects and in D1: ${done}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`FAILED stores: ${error instanceof Error ? error.message : String(error)}`)
  }
})
