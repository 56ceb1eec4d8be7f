/** `fukidashi init` as a program, without a terminal. */
import { spawn } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useBuiltPackage } from '../../support/built-package.ts'
import { folderWith, has, read, write } from './setup.js'

const { command } = useBuiltPackage()

/** Runs the command in a folder, with package managers that are scripts of the test. */
function run(
  folder: string,
  args: readonly string[],
  managers: Readonly<Record<string, string>> = {},
) {
  const bin = folderWith()
  for (const [name, script] of Object.entries(managers)) {
    write(join(bin, name), `#!${process.execPath}\n${script}`)
    chmodSync(join(bin, name), 0o755)
  }
  const env = {
    ...process.env,
    PATH: [bin, dirname(process.execPath)].join(delimiter),
    npm_config_user_agent: 'pnpm/10.2.0 npm/? node/v22.3.0 linux x64',
  }
  const child = spawn(process.execPath, [command(), 'init', ...args], { cwd: folder, env })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => (stdout += String(data)))
  child.stderr.on('data', (data) => (stderr += String(data)))
  child.stdin.end()
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
  return { child, ended }
}

describe('without a terminal', () => {
  it('asks nothing, installs with the package manager that runs it, and says what is next', async () => {
    const home = folderWith()
    const pnpm = `require('node:fs').writeFileSync('installed', process.argv.slice(2).join(' '))`
    const { code, stdout, stderr } = await run(home, ['tea'], { pnpm }).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(read(home, 'tea/installed')).toBe('install')
    expect(stdout).toMatch(/Wrote \d+ files to tea: the echo bot for node\./)
    expect(stdout).toMatch(/ {2}cd tea\n {2}pnpm test +# .*\n {2}pnpm run dev/)
  })

  it('says that the project is complete when the installation fails', async () => {
    const home = folderWith()
    const pnpm = `console.error('ERR no such version'); process.exit(7)`
    const { code, stdout, stderr } = await run(home, ['tea'], { pnpm }).ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/ERR no such version[^]*pnpm install failed: it ended with exit code 7/)
    expect(stderr).toMatch(/--fukidashi \.\/fukidashi-\d+\.\d+\.\d+\.tgz/)
    expect(stdout).toContain('pnpm install')
    expect(has(home, 'tea/src/bot.tsx')).toBe(true)
  })

  it('says that the package manager is missing', async () => {
    const home = folderWith()
    const { code, stderr } = await run(home, ['tea']).ended
    expect(code).toBe(1)
    expect(stderr).toContain('pnpm was not found on this machine')
  })

  it.each([
    [['--template', 'tea'], /'tea' is invalid. Allowed choices are echo, shop/],
    [['--platform', 'heroku'], /Allowed choices are node, workers, lambda, next/],
    [['--package-manager', 'cargo'], /Allowed choices are npm, pnpm, yarn, bun/],
    [['--templat', 'echo'], /Unknown option --templat. Did you mean --template\?/],
    [['other'], /too many arguments/],
    [['--fukidashi', './no.tgz'], /there is no file .*no\.tgz/],
  ])('refuses %j, and writes nothing', async (args, reason) => {
    const home = folderWith()
    const { code, stdout, stderr } = await run(home, ['tea', ...args]).ended
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(reason)
    expect(readdirSync(home)).toEqual([])
  })

  it('wants a folder, and --force for files that exist', async () => {
    const home = folderWith({ 'src/bot.tsx': 'mine' })
    const missing = await run(home, []).ended
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('Pass the folder of the project')
    const taken = await run(home, ['.', '--no-install']).ended
    expect(taken.code).toBe(2)
    expect(taken.stderr).toContain('Pass --force')
    const forced = await run(home, ['.', '--no-install', '--force']).ended
    expect(forced.code).toBe(0)
    expect(forced.stdout).toMatch(/Next:\n\n {2}pnpm install\n/)
    expect(read(home, 'src/bot.tsx')).toContain('createBot()')
  })

  it('leaves a complete project when Ctrl-C ends the installation', async () => {
    const home = folderWith()
    const pnpm = `console.error('installing'); setInterval(() => {}, 1000)
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))`
    const { child, ended } = run(home, ['tea'], { pnpm })
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (data) => {
        if (String(data).includes('installing')) resolve()
      })
    })
    child.kill('SIGINT')
    const { code, stdout } = await ended
    expect(code).toBe(130)
    expect(stdout).toContain('pnpm install')
    expect(has(home, 'tea/package.json')).toBe(true)
    expect(has(home, 'tea/test/bot.test.tsx')).toBe(true)
  })
})
