/** Packs the package in a folder of its own, so that the repository stays as it is. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packedTexts } from './texts.ts'

export const npm = (args: readonly string[], cwd = '.'): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** The files that npm packs, from the root of the repository. `dist` is there if it is built. */
export function packedFiles(): string[] {
  const [list] = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'])) as [
    { files: { path: string }[] },
  ]
  return list.files.map(({ path }) => path)
}

/**
 * Packs what is built.
 *
 * @param into - where the tarball goes
 * @param dist - the built code, `dist` of the repository unless another is given
 * @returns path of the tarball
 */
export function pack(into: string, dist = 'dist'): string {
  const stage = mkdtempSync(join(tmpdir(), 'fukidashi-stage-'))
  try {
    const files = packedFiles().filter((file) => !file.startsWith('dist/'))
    for (const file of files) cpSync(file, join(stage, file))
    cpSync(dist, join(stage, 'dist'), { recursive: true })
    for (const [file, text] of packedTexts(files)) writeFileSync(join(stage, file), text)
    const options = ['--json', '--ignore-scripts', '--pack-destination', into]
    const [{ filename }] = JSON.parse(npm(['pack', ...options], stage)) as [{ filename: string }]
    return join(into, filename)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}
