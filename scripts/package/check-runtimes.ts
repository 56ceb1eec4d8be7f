/**
 * Packs the package and runs it in every supported runtime: Node 20, 22, 24, Deno, Bun and workerd render, verify and
 * reply, and print which transport and which HMAC they have loaded. Deno and Bun also compile JSX, and Workers handle two webhooks
 * of one user at the same time, and test the stores and the queue of Cloudflare. The runtimes come from npm, see `test/runtimes/package.json`. Needs a built `dist`.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { install } from './install.ts'
import { runtimeFile, runtimes } from './runtimes.ts'

const node22 = runtimeFile('node-22/bin/node')
const tried: [name: string, command: string, args: string[], files: 'node node' | 'fetch web'][] = [
  [`Node ${process.versions.node}`, process.execPath, ['run.mjs'], 'node node'],
  ['Node 22', node22, ['run.mjs'], 'node node'],
  ['Node 24', runtimeFile('node-24/bin/node'), ['run.mjs'], 'node node'],
  [
    'Deno',
    runtimeFile('.bin/deno'),
    ['run', '--allow-all', '--node-modules-dir=manual', 'run.mjs'],
    'fetch web',
  ],
  ['Bun', runtimeFile('.bin/bun'), ['run.mjs'], 'fetch web'],
  ['workerd', node22, ['workerd.mjs'], 'fetch web'],
]

/** Programs that test what only Cloudflare has. They print how much they have tested. */
const inWorkerd: [what: string, file: string][] = [
  ['workerd keeps claims in Durable Objects and in D1', 'stores.mjs'],
  ['workerd keeps mailboxes in Durable Objects, and wakes them', 'queues.mjs'],
  ['a bot on a queue in workerd loses no event when it is killed', 'bot-queues.mjs'],
]

await install((home) => {
  for (const file of readdirSync(runtimes).filter((name) => /\.(mjs|tsx)$/.test(name)))
    cpSync(join(runtimes, file), join(home, file))
  symlinkSync(resolve('node_modules/esbuild'), join(home, 'node_modules/esbuild'))
  symlinkSync(runtimeFile('miniflare'), join(home, 'node_modules/miniflare'))
  for (const [name, command, args, files] of tried)
    try {
      const loaded = execFileSync(command, args, { cwd: home, encoding: 'utf8' }).trim()
      if (loaded !== files) throw new Error(`loaded ${loaded} instead of ${files}`)
      console.log(`ok     ${name} renders, verifies and replies; transport and HMAC: ${loaded}`)
    } catch (error) {
      process.exitCode = 1
      console.log(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  for (const [what, file] of inWorkerd)
    try {
      const done = execFileSync(node22, [file], { cwd: home, encoding: 'utf8' }).trim()
      console.log(`ok     ${what}: ${done}`)
    } catch (error) {
      process.exitCode = 1
      console.log(`FAILED ${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
})
