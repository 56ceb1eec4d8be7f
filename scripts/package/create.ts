/** Packs `create-fukidashi`: its program in one file, and the templates. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { licences } from './licences.ts'
import { npm } from './pack.ts'

const folder = 'create-fukidashi'

/**
 * @param into - where the tarball goes
 * @returns its path
 */
export async function packCreate(into: string): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), 'create-fukidashi-'))
  try {
    for (const file of readdirSync(folder).filter((name) => /\.(?:json|md)$/.test(name)))
      cpSync(join(folder, file), join(stage, file))
    cpSync('LICENSE', join(stage, 'LICENSE'))
    cpSync('templates', join(stage, 'templates'), { recursive: true })
    await build({
      entryPoints: [join(folder, 'index.ts')],
      outfile: join(stage, 'dist/index.js'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      banner: {
        // Bundled packages that are CommonJS require modules of Node.
        js: `${licences(['@clack/prompts', 'commander', 'jsonc-parser'])}\nimport { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)`,
      },
    })
    const options = ['--json', '--ignore-scripts', '--pack-destination', into]
    const [{ filename }] = JSON.parse(npm(['pack', ...options], stage)) as [{ filename: string }]
    return join(into, filename)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}
