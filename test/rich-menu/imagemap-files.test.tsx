/** Pictures of imagemaps as files. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readImageHeader } from '../../src/common/image-header.js'
import { Cell, drawImagemap, Imagemap, writeImagemaps } from '../../src/rich-menu/index.js'
import { noisyPng } from './png-pixels.js'
import { Map } from './shop-map.js'

const all = [240, 300, 460, 700, 1040]

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

describe('files', () => {
  const folder = () => mkdtemp(join(tmpdir(), 'fukidashi-imagemaps-'))

  it('are written at the paths of base URLs, without extension', async () => {
    const root = await folder()
    open.push({ close: () => rm(root, { recursive: true }) })
    const { pictures, warnings } = await writeImagemaps(root, [
      <Map />,
      <Map path="floor" version="2" />,
    ])
    expect(warnings).toEqual([])
    expect((await readdir(join(root, 'maps/shop'))).sort()).toEqual(all.map(String).sort())
    const bytes = await readFile(join(root, 'maps/floor/2/1040'))
    expect(readImageHeader(bytes)).toMatchObject({ width: 1040, height: 520 })
    expect(pictures).toHaveLength(10)
    expect(pictures[0]).toEqual({
      file: join(root, 'maps/shop/240'),
      url: 'https://bot.example.com/maps/shop/240',
      contentType: 'image/png',
      bytes: (await readFile(join(root, 'maps/shop/240'))).length,
    })
  })

  it.each([
    ['two with the same address', [<Map />, <Map />], 'Two imagemaps have the base URL'],
    ['a path out of the folder', [<Map path="..%2f..%2fa" />], 'cannot be the name of a file'],
    ['a mistake', [<Map />, <Map path="b" picture="./nothing.png" />], 'cannot be read'],
  ])('are not written for %s', async (_, nodes, message) => {
    const root = await folder()
    open.push({ close: () => rm(root, { recursive: true }) })
    await expect(writeImagemaps(root, nodes)).rejects.toThrow(message)
    expect(await readdir(root)).toEqual([])
  })

  it('of pictures and images are read beside the module', async () => {
    const root = await folder()
    open.push({ close: () => rm(root, { recursive: true }) })
    await writeFile(join(root, 'tea.png'), noisyPng(20, 20))
    const tea = (
      <Imagemap baseUrl="https://bot.example.com/a" altText="a" height={1040}>
        <Cell image="./tea.png" />
      </Imagemap>
    )
    expect((await drawImagemap(tea, { base: root })).pictures.size).toBe(5)
    await expect(drawImagemap(tea)).rejects.toThrow('tea.png')
  })
})
