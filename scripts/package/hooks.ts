/**
 * What `npm pack` and `npm publish` run: `prepack` gives the files the form that the package has, `postpack` gives them back their
 * own. If packing ends in between, the next `prepack` or `postpack` restores them.
 *
 * tsx scripts/package/hooks.ts             prepack
 * tsx scripts/package/hooks.ts --restore   postpack
 */
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packedFiles } from './pack.ts'
import { packedTexts } from './texts.ts'

/** Where the files of the repository are kept meanwhile. */
const kept = join('node_modules', '.fukidashi-pack')

function restore(): void {
  if (!existsSync(kept)) return
  for (const name of readdirSync(kept)) cpSync(join(kept, name), name, { recursive: true })
  rmSync(kept, { recursive: true })
}

restore()
if (!process.argv.includes('--restore')) {
  const texts = packedTexts(packedFiles())
  for (const file of texts.keys()) cpSync(file, join(kept, file))
  for (const [file, text] of texts) writeFileSync(file, text)
}
