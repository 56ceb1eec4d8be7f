/** LINE's guide “Switch between tabs on rich menus”, rebuilt: https://developers.line.biz/en/docs/messaging-api/switch-rich-menus/ */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import menus from '../../examples/line-tabs/rich-menu.js'
import { readImageHeader } from '../../src/common/image-header.js'
import { createEmulator } from '../../src/emulator/index.js'
import { syncRichMenus } from '../../src/rich-menu/index.js'

it('has the menus, pictures, aliases and default of the guide after one call', async () => {
  const line = createEmulator()
  await syncRichMenus(line.client(), menus)
  const { richMenus, richMenuAliases, defaultRichMenu } = line.state
  const menuOf = (alias: string) => richMenus.get(richMenuAliases.get(alias)!)!
  expect([...richMenuAliases.keys()].sort()).toEqual(['richmenu-alias-a', 'richmenu-alias-b'])
  expect(defaultRichMenu).toBe(richMenuAliases.get('richmenu-alias-a'))
  const size = { width: 2500, height: 1686 }
  const half = { y: 0, width: 1250, height: 1686 }
  // The guide's right halves begin at 1251 and end one pixel outside of the picture.
  expect(menuOf('richmenu-alias-a').menu).toMatchObject({
    size,
    selected: false,
    chatBarText: 'Tap to open',
    areas: [
      { bounds: { x: 0, ...half }, action: { uri: 'https://developers.line.biz/' } },
      {
        bounds: { x: 1250, ...half },
        action: { richMenuAliasId: 'richmenu-alias-b', data: 'richmenu-changed-to-b' },
      },
    ],
  })
  expect(menuOf('richmenu-alias-b').menu).toMatchObject({
    areas: [
      {
        bounds: { x: 0, ...half },
        action: { richMenuAliasId: 'richmenu-alias-a', data: 'richmenu-changed-to-a' },
      },
      { bounds: { x: 1250, ...half }, action: { uri: 'https://techblog.lycorp.co.jp/' } },
    ],
  })
  for (const alias of richMenuAliases.keys())
    expect(readImageHeader(menuOf(alias).image!.bytes)).toMatchObject(size)

  const aki = line.user('Aki')
  await aki.taps('Menu B')
  expect(aki.richMenuAliases).toEqual(['richmenu-alias-b'])
  await aki.taps('Menu A')
  expect(aki.richMenuAliases).toEqual(['richmenu-alias-a'])
})

it('is as long as the docs say', () => {
  const source = readFileSync('examples/line-tabs/rich-menu.tsx', 'utf8')
  const code = source.slice(source.indexOf('import '))
  const lines = code.split('\n').filter((line) => line.trim() !== '').length
  expect(readFileSync('docs/rich-menus.md', 'utf8')).toContain(`${lines} lines of TSX`)
})
