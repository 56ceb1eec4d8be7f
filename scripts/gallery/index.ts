/**
 * Draws the gallery: `docs/gallery.md` and its pictures.
 *
 * npm run gallery              all of it
 * npm run gallery -- receipt   the page, and the pictures whose name contains this
 * npm run gallery -- --check   draws nothing; fails if the page is out of date, or a picture is missing or unused
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { draw } from './draw.ts'
import { examplePlates, phonePlates } from './examples.tsx'
import { drawHero } from './hero.tsx'
import { filesOf, folder, page } from './page.ts'
import { chatPlates, showcasePlates } from './showcase.ts'
import { drawSheet, sheets as allSheets } from './sheets.ts'

const docs = path.join(import.meta.dirname, '../../docs')
const pictures = path.join(docs, folder)
const file = path.join(docs, 'gallery.md')
const fix = 'Run `npm run gallery` and commit the result'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' } },
})

async function main(): Promise<void> {
  const sheets = allSheets()
  const plates = [...phonePlates, ...examplePlates, ...showcasePlates, ...chatPlates]
  const jobs = new Map<string, () => Promise<Uint8Array>>([
    ['hero.png', () => drawHero('light')],
    ['hero-dark.png', () => drawHero('dark')],
    ...plates.flatMap((plate) =>
      filesOf(plate).map(
        (file, index) => [file, () => draw(plate, index === 0 ? {} : { theme: 'dark' })] as const,
      ),
    ),
    ...sheets.map((sheet) => [`${sheet.name}.png`, () => drawSheet(sheet)] as const),
  ])
  const pictureCount = plates.flatMap(filesOf).length + sheets.length
  if (jobs.size < 2 + pictureCount) throw new Error('Two pictures have one name')
  const contents = {
    phones: phonePlates,
    examples: examplePlates,
    showcase: showcasePlates,
    chats: chatPlates,
    sheets,
  }
  const text = await format(page(contents), { ...(await resolveConfig(file)), filepath: file })
  const existing = existsSync(pictures) ? readdirSync(pictures) : []
  const unused = existing.filter((name) => !jobs.has(name))

  if (values.check) {
    const missing = [...jobs.keys()].filter((name) => !existing.includes(name))
    const isOld = !existsSync(file) || readFileSync(file, 'utf8') !== text
    const problems = [
      ...(isOld ? ['docs/gallery.md is out of date'] : []),
      ...missing.map((name) => `docs/${folder}/${name} is missing`),
      ...unused.map((name) => `docs/${folder}/${name} is not used`),
    ]
    if (problems.length === 0) return
    console.error(`${problems.join('\n')}\n${fix}`)
    process.exitCode = 1
    return
  }

  mkdirSync(pictures, { recursive: true })
  for (const name of unused) rmSync(path.join(pictures, name))
  let bytes = 0
  for (const [name, drawPicture] of jobs) {
    if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue
    const png = await drawPicture()
    bytes += png.length
    writeFileSync(path.join(pictures, name), png)
    console.log(`${name}: ${Math.round(png.length / 1024)} KB`)
  }
  writeFileSync(file, text)
  console.log(`docs/gallery.md, and pictures of ${(bytes / 1024 / 1024).toFixed(1)} MB`)
}

await main()
