/** Runs `init` in this process, in folders of their own. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { init, type InitOptions, type InitSetup } from '../../../src/cli/init/init.js'

const root = mkdtempSync(join(tmpdir(), 'fukidashi-init-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let count = 0

/** Makes a folder with these files. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, `folder-${count++}`)
  // Files that share this module remove the root when they end.
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) write(join(folder, file), text)
  return folder
}

export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

export const read = (folder: string, file: string): string =>
  readFileSync(join(folder, file), 'utf8')

export const has = (folder: string, file: string): boolean => existsSync(join(folder, file))

export interface ReadManifest {
  [field: string]: unknown
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

export const manifestOf = (folder: string): ReadManifest =>
  JSON.parse(read(folder, 'package.json')) as ReadManifest

/** Runs `init` without installing. Returns the exit code and the output. */
export async function runInit(
  folder: string | undefined,
  options: Partial<InitOptions> = {},
  setup: Partial<InitSetup> = {},
): Promise<{ code: number; output: string }> {
  let output = ''
  const code = await init(
    folder,
    { install: false, ...options },
    {
      templates: resolve('templates'),
      version: '1.2.3',
      userAgent: undefined,
      terminal: undefined,
      print: (text) => (output += text),
      ...setup,
    },
  )
  return { code, output }
}
