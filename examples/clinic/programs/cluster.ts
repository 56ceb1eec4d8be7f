/**
 * Starts a receiver and two workers as processes of their own, without Docker. A process that dies is started again.
 *
 * QUEUE_URL=postgres://localhost/clinic npm run cluster
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const fileOf = (name: string) => fileURLToPath(new URL(`${name}.ts`, import.meta.url))
const children = new Set<ChildProcess>()
let isStopping = false

const start = (name: string, program: string): ChildProcess => {
  const child = spawn(process.execPath, [...process.execArgv, fileOf(program)], {
    stdio: 'inherit',
  })
  console.log(`${name}: process ${child.pid}`)
  children.add(child)
  child.once('exit', (code, signal) => {
    children.delete(child)
    if (isStopping) return
    console.log(`${name} ended (${signal ?? code}), and is started again.`)
    setTimeout(() => isStopping || start(name, program), 1_000)
  })
  return child
}

const stop = () => {
  isStopping = true
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

const migration = spawn(process.execPath, [...process.execArgv, fileOf('migrate')], {
  stdio: 'inherit',
})
migration.once('exit', (code) => {
  if (code !== 0) {
    process.exitCode = 1
    return
  }
  start('receiver', 'receiver')
  start('worker 1', 'worker')
  start('worker 2', 'worker')
})
