/** The catalog as pages that open without a server. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { buildSite } from '../../src/catalog/node/index.js'
import { project, shop } from './support.js'

const read = (...path: string[]) => readFile(join(...path), 'utf8')

it('the site has a page for each story and locale, with its picture, TSX, builders and JSON', async () => {
  const root = await project(shop)
  const out = join(root, 'site')
  const built = await buildSite({ root, out })
  expect(built).toMatchObject({ stories: 2, pages: 4, failures: [], errors: 0 })
  const page = await read(out, 'en/Shop/Card/Normal.html')
  expect(page).toContain('Please Tea')
  expect(page).toContain('&lt;Postback label=&quot;Buy Tea&quot; data=&quot;buy&quot; /&gt;')
  expect(page).toContain('.title(&#39;Sencha&#39;)')
  expect(page).toContain('&quot;type&quot;: &quot;template&quot;')
  expect(page).toContain('card.messages.tsx:4')
  expect(await read(out, 'ja/Shop/Card/Green.html')).toContain('Please お茶')
})

it('the site has no link to a page that is not there', async () => {
  const root = await project({
    ...shop,
    'odd.messages.ts': `import { catalog } from './catalog.js'
const text = (title: string) => catalog.json({ title, messages: { type: 'text', text: 'a' } })
export const con = text('con/aux.txt')
export const 茶 = text('100 % / ../お茶?#')
export const a = text('Same')
export const A = text('same')
export const file = text('b')
export const under = text('b/file.html')
export const long = text('${'長い'.repeat(300)}')
`,
  })
  const out = join(root, 'site')
  expect(await buildSite({ root, out })).toMatchObject({ stories: 9, pages: 18 })
  const index = await read(out, 'index.html')
  const links = [...index.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!)
  expect(links).toHaveLength(9)
  for (const link of links) {
    const path = join(out, decodeURIComponent(link))
    const page = await readFile(path, 'utf8')
    for (const [, href] of page.matchAll(/href="(\.\.\/[^"]+)"/g))
      await readFile(resolve(dirname(path), decodeURIComponent(href!)))
  }
  const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html'))
  // On file systems that ignore case, too.
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(19)
  for (const name of names.flatMap((path) => path.split(/[\\/]/))) {
    expect(name).not.toMatch(/^(?:con|aux)(?:\.|$)|[<>:"|?*#%]|[ .]$/i)
    expect(Buffer.byteLength(name)).toBeLessThan(200)
  }
})

it('shows problems on the page and in the tree, instead of leaving the story out', async () => {
  const root = await project({
    ...shop,
    'long.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './card.js'
export const Long = catalog.component(Card, { title: 'Long' }).story({ props: { name: 'a', label: 'x'.repeat(30) } })
export const Broken = catalog.component((): never => { throw new Error('no <tea>') }, { title: 'Long' }).story()
`,
  })
  const out = join(root, 'site')
  expect((await buildSite({ root, out })).errors).toBeGreaterThan(3)
  expect(await read(out, 'en/Long/Long.html')).toContain('a postback label in a buttons template')
  expect(await read(out, 'en/Long/Broken.html')).toContain('no &lt;tea&gt;')
  expect(await read(out, 'index.html')).toMatch(/Long<span class="count error">2 errors/)
})

it('names files that cannot be loaded, and has all other stories', async () => {
  const root = await project({ ...shop, 'bad.messages.tsx': 'export const = <b>' })
  const out = join(root, 'site')
  const { failures, pages } = await buildSite({ root, out })
  expect(failures).toMatchObject([{ file: 'bad.messages.tsx' }])
  expect(pages).toBe(4)
  expect(await read(out, 'index.html')).toContain('bad.messages.tsx:1')
})

it('escapes everything that comes from stories', async () => {
  const evil = '</script></pre><img src=x onerror=alert(1)>\\"\'&'
  const root = await project({
    'evil.messages.ts': `import { defineCatalog } from 'fukidashi/catalog'
const catalog = defineCatalog({ account: { name: ${JSON.stringify(evil)} } })
export const One = catalog.json({ title: ${JSON.stringify(evil)}, messages: [{ type: 'text', text: ${JSON.stringify(evil)} }, { type: ${JSON.stringify(evil)} }] })
`,
  })
  const out = join(root, 'site')
  await buildSite({ root, out, title: evil })
  for (const name of await readdir(out, { recursive: true })) {
    if (!name.endsWith('.html')) continue
    const page = await read(out, name)
    expect(page).not.toContain('<img src=x')
    expect(page.match(/<script>/g)).toHaveLength(1)
  }
})

it('replaces what it wrote before, and nothing else', async () => {
  const root = await project({ ...shop, 'mine/mine.txt': 'mine' })
  const out = join(root, 'site')
  await buildSite({ root, out })
  await writeFile(join(out, 'stale.html'), '')
  await buildSite({ root, out })
  expect((await readdir(out)).sort()).toEqual(['en', 'index.html', 'ja', 'site.css'])
  await expect(buildSite({ root, out: join(root, 'mine') })).rejects.toMatchObject({
    code: 'folder_occupied',
  })
  expect(await read(root, 'mine/mine.txt')).toBe('mine')
})
