/** Icons of packages, and own fonts. */
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MessageAction } from '../../src/components/index.js'
import { iconSvg } from '../../src/rich-menu/draw/icon-svg.js'
import {
  Cell,
  Icon,
  type ImagemapOptions,
  Picture,
  planRichMenus,
  RichMenu,
  richMenus,
  Text,
} from '../../src/rich-menu/index.js'
import { draw, extent, map } from './drawn.js'
import { account } from './support.js'

const cleaning: (() => unknown)[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const clean of cleaning.splice(0)) await clean()
})

describe('icons', () => {
  it('are drawn in the colour of the text, or their own, at their size', async () => {
    const { at } = await draw(
      map(
        [<Icon name="lucide:square" size={200} />, <Icon name="lucide:square" color="#0000ff" />],
        {
          color: '#ff0000',
          fontSize: 60,
        },
      ),
    )
    // The lines of the square are 18 of 24 long, and 2 wide.
    const [left, top, width, height] = extent(at, '#ff0000') as [number, number, number, number]
    expect([left, width]).toEqual([expect.closeTo(436, -1), expect.closeTo(167, -1)])
    expect([top, height]).toEqual([expect.closeTo(116, -1), expect.closeTo(167, -1)])
    expect(extent(at, '#0000ff')[2]).toBeCloseTo(100, -1)
  })

  it('of every name of a set can be drawn', () => {
    const path = createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json')
    const { icons, aliases } = JSON.parse(readFileSync(path, 'utf8')) as {
      icons: object
      aliases: object
    }
    const names = [...Object.keys(icons), ...Object.keys(aliases)]
    expect(names.length).toBeGreaterThan(1_500)
    for (const name of names) {
      const text = iconSvg(`lucide:${name}`, '#123456')
      expect(text).toMatch(/^<svg [^>]*viewBox="0 0 (?:24 24|32 32)"[^>]*>.+<\/svg>$/)
      expect(text).not.toContain('currentColor')
    }
  })

  /** A project with an icon package of its own. */
  async function project(icons: object) {
    const root = await mkdtemp(join(tmpdir(), 'fukidashi-icons-'))
    cleaning.push(() => rm(root, { recursive: true }))
    const prefix = `set${Math.random().toString(36).slice(2, 8)}`
    const folder = join(root, 'node_modules/@iconify-json', prefix)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'icons.json'), JSON.stringify({ prefix, ...icons }))
    await writeFile(join(folder, 'package.json'), '{"exports":{"./*":"./*"}}')
    vi.spyOn(process, 'cwd').mockReturnValue(root)
    return prefix
  }

  it('of any set: with sizes, aliases, turns and flips', async () => {
    const corner = '<path fill="currentColor" d="M0 0h10v5H0z"/>'
    const prefix = await project({
      width: 20,
      height: 10,
      icons: {
        animated: { body: '<path><animate/></path>' },
        a: { body: corner },
        tall: { body: corner, width: 10, height: 30, left: 2 },
      },
      aliases: {
        flipped: { parent: 'a', hFlip: true },
        upside: { parent: 'a', rotate: 2 },
        turned: { parent: 'a', rotate: 1 },
        back: { parent: 'turned', rotate: 3 },
        loop: { parent: 'loop' },
      },
    })
    // Where the drawn quarter of the icon is.
    const place = async (name: string) => {
      const { at } = await draw(map(<Icon name={`${prefix}:${name}`} size={400} color="#ff0000" />))
      return extent(at, '#ff0000')
    }
    expect(await place('a')).toEqual([320, 160, 200, 100])
    expect(await place('flipped')).toEqual([520, 160, 200, 100])
    expect(await place('upside')).toEqual([520, 260, 200, 100])
    expect(await place('turned')).toEqual([520, 60, 100, 200])
    expect(await place('back')).toEqual([320, 160, 200, 100])
    expect(iconSvg(`${prefix}:tall`, '#000000')).toContain('viewBox="2 0 10 30"')
    expect(() => iconSvg(`${prefix}:loop`, '#000000')).toThrow('has no icon "loop"')
    await expect(draw(map(<Icon name={`${prefix}:animated`} />))).rejects.toThrow(
      `The icon ${prefix}:animated is not drawn`,
    )
    await expect(
      draw(map(<Picture source={new TextEncoder().encode('<svg')} height={9} />)),
    ).rejects.toThrow('An image (4 bytes) is not drawn')
  })

  it('that are missing are named, with what to do', async () => {
    await expect(draw(map(<Icon name="mdi:home" />))).rejects.toThrow(
      'The icon mdi:home needs the package @iconify-json/mdi, which is not installed: npm install -D @iconify-json/mdi',
    )
    await expect(draw(map(<Icon name="lucide:clok" />))).rejects.toThrow(
      /has no icon "clok"\. Similar ones are clock/,
    )
    await expect(draw(map(<Icon name="lucide:constructor" />))).rejects.toThrow('has no icon')
    await expect(draw(map(<Icon name="lucide:home-clock-thing" />))).rejects.toThrow(
      /Similar ones are .*clock/,
    )
    await expect(draw(map(<Icon name="lucide:clok" />))).rejects.toMatchObject({
      code: 'icon_missing',
    })
  })

  it('are a part of the hash of a menu', async () => {
    const { client, sync } = account()
    const menus = (name: string, color?: string) =>
      richMenus({
        owner: 'tea',
        default: 'home',
        menus: {
          home: (
            <RichMenu chatBarText="Menu">
              <Cell>
                <MessageAction label="a" text="a" />
                <Icon name={name} color={color} />
              </Cell>
            </RichMenu>
          ),
        },
      })
    await sync(menus('lucide:clock'))
    const writes = async (name: string, color?: string) =>
      (await planRichMenus(client(), menus(name, color))).writes
    expect(await writes('lucide:clock')).toBe(0)
    expect(await writes('lucide:map')).toBeGreaterThan(0)
    expect(await writes('lucide:clock', '#ff0000')).toBeGreaterThan(0)
  })
})

describe('own fonts', () => {
  const require = createRequire(import.meta.url)
  const folder = require.resolve('@fontsource-variable/roboto/package.json')
  const file = join(folder, '../files/roboto-latin-wght-normal.woff2')
  const text = map(<Text fontSize={200}>Rag</Text>)
  const inked = async (options?: ImagemapOptions) =>
    extent((await draw(text, options)).at, '#1f2933')

  it('are used before the installed ones: files, bytes and packages', async () => {
    const usual = await inked()
    const own = await inked({ fonts: [file] })
    expect(own).not.toEqual(usual)
    expect(await inked({ fonts: [new Uint8Array(readFileSync(file))] })).toEqual(own)
    expect(await inked({ fonts: [{ data: file, name: 'Mine' }] })).toEqual(own)
    expect(await inked({ fonts: ['@fontsource-variable/roboto'] })).toEqual(own)
    expect(
      await inked({ fonts: ['./roboto-latin-wght-normal.woff2'], base: join(file, '..') }),
    ).toEqual(own)
  })

  it('leave characters that they do not have to the installed ones', async () => {
    const { warnings } = await draw(map('お茶 ชา 預訂 🍵'), { fonts: [file] })
    expect(warnings).toEqual([])
  })

  it('that cannot be read are named', async () => {
    await expect(draw(text, { fonts: ['./nothing.woff2'] })).rejects.toMatchObject({
      code: 'font_missing',
      message: expect.stringContaining('The font ./nothing.woff2 cannot be read') as string,
    })
    await expect(draw(text, { fonts: [new Uint8Array(9)] })).rejects.toThrow('The font bytes (9)')
    expect(() => richMenus({ owner: 'tea', menus: {}, fonts: 'a' as never })).toThrow('fonts: use')
  })

  it('are a part of the hash of a menu', async () => {
    const { client, sync } = account()
    const home = (
      <RichMenu chatBarText="Menu">
        <Cell>Tea</Cell>
      </RichMenu>
    )
    const menus = (fonts?: string[]) =>
      richMenus({ owner: 'tea', default: 'home', menus: { home }, fonts })
    await sync(menus([file]))
    expect((await planRichMenus(client(), menus([file]))).writes).toBe(0)
    expect((await planRichMenus(client(), menus())).writes).toBeGreaterThan(0)
  })
})
