/** The commands for catalogs, as programs of their own in a project with stories. */
import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach } from 'vitest'
import { project as folderWith } from '../catalog/support.js'
import { useBuiltPackage } from '../support/built-package.js'

/** What a program printed, and how it ended. */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

/** Builds the package once for a test file. Programs that still run after a test are ended. */
export function useCatalogCommand() {
  const { command, installIn } = useBuiltPackage()
  const running: ChildProcess[] = []
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL')
  })

  function start(cwd: string, ...args: string[]) {
    const child = spawn(process.execPath, [command(), ...args], { cwd })
    running.push(child)
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => (out += String(data)))
    child.stderr.on('data', (data) => (err += String(data)))
    const ended = new Promise<Ended>((done) => {
      child.once('close', (code, signal) => done({ code, signal, out, err }))
    })
    return { child, ended }
  }

  return {
    start,
    run: (cwd: string, ...args: string[]): Promise<Ended> => start(cwd, ...args).ended,
    /** A project in which fukidashi is installed. */
    project: async (files: Readonly<Record<string, string>>): Promise<string> => {
      const folder = await folderWith(files)
      await installIn(folder)
      return folder
    },
  }
}
