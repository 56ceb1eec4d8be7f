/** Each project that `init` makes: it compiles with every supported TypeScript, also with strict options, and its tests pass. */
import { execFile } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { namesOf, platforms, templates } from '../../../src/cli/init/choices.js'
import { usePackageWithTypes } from '../../support/built-package.ts'
import { folderWith, runInit } from './setup.js'

const run = promisify(execFile)
const { home } = usePackageWithTypes()

const compilerOf = (version: string): string =>
  resolve(version === 'typescript' ? 'node_modules' : 'test/peers/node_modules', version, 'bin/tsc')

const packages: Readonly<Record<string, string>> = {
  vitest: 'node_modules/vitest',
  vite: 'node_modules/vite',
  '@types/node': 'node_modules/@types/node',
  react: 'test/peers/node_modules/react',
  '@types/react': 'test/peers/node_modules/@types/react',
}

/** Makes a project, with links to packages instead of an installation. */
async function project(
  template: keyof typeof templates,
  platform: keyof typeof platforms,
): Promise<string> {
  const folder = folderWith()
  const links = { fukidashi: home(), ...packages }
  for (const [name, target] of Object.entries(links)) {
    const link = join(folder, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(resolve(target), link)
  }
  await runInit(folder, { template, platform })
  return folder
}

/** What a program prints, and nothing if all is well. */
const compiled = (folder: string, version: string, ...options: string[]): Promise<string> =>
  run(process.execPath, [compilerOf(version), '--noEmit', ...options], { cwd: folder }).then(
    () => '',
    (error: unknown) => (error as { stdout: string }).stdout,
  )

const strict = [
  '--exactOptionalPropertyTypes',
  '--noUncheckedIndexedAccess',
  '--noImplicitOverride',
  '--noImplicitReturns',
  '--noPropertyAccessFromIndexSignature',
  'false',
  '--verbatimModuleSyntax',
  '--erasableSyntaxOnly',
  '--noUnusedLocals',
  '--noUnusedParameters',
]

const kinds = namesOf(templates).flatMap((template) =>
  namesOf(platforms).map((platform) => [template, platform] as const),
)

describe('the project', () => {
  it.each(kinds)('of %s for %s compiles, also with strict options', async (template, platform) => {
    expect(await compiled(await project(template, platform), 'typescript-7', ...strict)).toBe('')
  })

  // All other combinations consist of the same files.
  it.each([
    ['shop', 'node'],
    ['echo', 'next'],
  ] as const)('of %s for %s compiles with TypeScript 5.9, 6 and 7', async (template, platform) => {
    const folder = await project(template, platform)
    for (const version of ['typescript-5.9', 'typescript', 'typescript-7'])
      expect(await compiled(folder, version), version).toBe('')
  })

  it.each([
    ['echo', 'node'],
    ['shop', 'node'],
    ['echo', 'next'],
    ['shop', 'next'],
  ] as const)(
    'of %s for %s passes its tests, with the snapshots it comes with',
    async (template, platform) => {
      const { stdout } = await run(
        process.execPath,
        [resolve('node_modules/vitest/vitest.mjs'), 'run', '--reporter=json'],
        // In CI, missing snapshots are an error.
        { cwd: await project(template, platform), env: { ...process.env, CI: '1' } },
      )
      const { success, numTotalTests, snapshot } = JSON.parse(stdout) as {
        success: boolean
        numTotalTests: number
        snapshot: { matched: number; unchecked: number }
      }
      expect({ success, unchecked: snapshot.unchecked }).toEqual({ success: true, unchecked: 0 })
      expect(numTotalTests).toBeGreaterThan(5)
      expect(snapshot.matched).toBeGreaterThan(2)
    },
  )
})
