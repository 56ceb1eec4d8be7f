import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { examples } from '../../examples/index.js'
import { examplePlates } from '../../scripts/gallery/examples.tsx'
import { anyPhoto, photo } from '../../scripts/gallery/photos/index.ts'
import { chatPlates, showcasePlates } from '../../scripts/gallery/showcase.ts'
import type { Chat } from '../../src/preview/index.js'
import schema from '../../src/validation/generated/schema/messages.json' with { type: 'json' }

const run = promisify(execFile)
const gallery = ['--conditions', 'fukidashi-source', '--import', 'tsx', 'scripts/gallery/index.ts']
const page = readFileSync('docs/gallery.md', 'utf8')

interface Definition {
  properties?: { type?: { const?: string } }
}

/** The types of a union, as the schema has them: it chooses a definition by the value of `type`. */
function kinds(name: string): string[] {
  const definition = (schema.definitions as Record<string, Definition>)[name]!
  const own = definition.properties?.type?.const
  if (own !== undefined) return [own]
  const references = JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)
  return Array.from(references, ([, member]) => kinds(member!)).flat()
}

describe('the gallery', () => {
  it('is up to date, with all of its pictures and no others', async () => {
    await run(process.execPath, [...gallery, '--check'])
  })

  it('has every example, and the bot', () => {
    const listed = new Set<string>(examples.map(({ name, ending }) => `${name}.${ending}`))
    const files = readdirSync('examples', { withFileTypes: true })
    // It is there to be refused.
    const shown = files.filter(
      ({ name }) => /\.(tsx|builders\.ts)$/.test(name) && name !== 'broken.tsx',
    )
    expect(shown.map(({ name }) => name).sort()).toEqual([...listed].sort())
    for (const name of listed) expect(page).toContain(`<a href="../examples/${name}">`)
    const bots = files.filter(({ name }) => existsSync(`examples/${name}/bot.tsx`))
    expect(bots).not.toEqual([])
    for (const folder of bots)
      expect(page).toContain(`<a href="../examples/${folder.name}/README.md">`)
  })

  it('has every kind of message and template', async () => {
    const found = new Set<string>()
    for (const { drawable } of [...examplePlates, ...showcasePlates, ...chatPlates]) {
      const { entries = [] } = (await drawable()) as Partial<Chat>
      for (const entry of entries)
        if (entry.kind === 'message') {
          found.add(entry.message.type)
          if (entry.message.type === 'template') found.add(entry.message.template.type)
        }
    }
    const wanted = ['Message', 'Template'].flatMap(kinds)
    expect(wanted.length).toBeGreaterThan(14)
    expect(wanted.filter((kind) => !found.has(kind))).toEqual([])
  })

  it('has only pictures that exist', () => {
    const all = [...page.matchAll(/(?:<img src="|srcset="|\]\()(images\/[^")]+)/g)]
    const named = all.map(([, path]) => `docs/${path!}`)
    expect(named.length).toBeGreaterThan(80)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })

  it('has a dark picture of every example with a chat, and links to the sheets of values', () => {
    const examples = examplePlates.filter(({ isDarkToo }) => isDarkToo)
    expect(examples.length).toBeGreaterThan(15)
    for (const { name } of examples)
      expect(page).toContain(`srcset="images/gallery/${name}-dark.png"`)
    expect(page).toContain('](images/gallery/flex-values-box.png)')
    expect(page).not.toContain('<img src="images/gallery/flex-values')
  })

  it('has a drawing of its own for furniture, rooms and both kinds of stars', async () => {
    const photos = ['arm%20chair', 'metal%20lamp', 'twin', 'suite'].map((name) => `photos/${name}`)
    const drawings = await Promise.all(
      [...photos, 'icons/star-gold', 'icons/star-gray'].map((name) =>
        anyPhoto(`https://example.com/${name}.png`),
      ),
    )
    expect(new Set(drawings.map((bytes) => bytes.toString())).size).toBe(6)
  })

  it('needs a drawing for every photo of an example', async () => {
    await expect(
      Promise.resolve().then(() => photo('https://example.com/new.jpg')),
    ).rejects.toThrow('scripts/gallery/photos')
  })
})
