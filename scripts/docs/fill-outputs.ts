/**
 * Writes into the pages what their code prints, in the `output` block after it.
 *
 * tsx scripts/docs/fill-outputs.ts docs/getting-started.md
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { blocksOfPage } from '../../test/docs/blocks.ts'
import { printed } from '../../test/docs/run.ts'

for (const page of process.argv.slice(2)) {
  const blocks = blocksOfPage(page)
  const outputs: string[] = []
  for (const block of blocks)
    if (block.output !== undefined) outputs.push((await printed(block, blocks)).trimEnd())
  const text = readFileSync(page, 'utf8').replace(
    /^(```\w+ output\n)[\s\S]*?^```$/gm,
    (_, open: string) => `${open}${outputs.shift()!}\n\`\`\``,
  )
  writeFileSync(page, text)
}
