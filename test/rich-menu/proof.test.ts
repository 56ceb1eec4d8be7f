/** Menus of a shop, a clinic, a school and a bank, light and dark, in four languages. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { menusIn as bank } from '../../examples/rich-menus/bank.js'
import { menusIn as clinic } from '../../examples/rich-menus/clinic.js'
import { menusIn as school } from '../../examples/rich-menus/school.js'
import { menusIn as shop } from '../../examples/rich-menus/shop.js'
import { readImageHeader } from '../../src/common/image-header.js'
import { resolveMenus } from '../../src/rich-menu/wanted/resolve.js'
import { apiLimits } from '../../src/spec/api/limits.js'
import { pixelsOf } from './png-pixels.js'

/** A folder for looking at the pictures. */
const folder = process.env['MENU_PICTURES']

const grounds = {
  shop: ['#f3efe4', '#101512'],
  clinic: ['#e3eef6', '#0c141a'],
  school: ['#fff4e2', '#17120b'],
  bank: ['#eceff4', '#0a0e17'],
}

describe.each(Object.entries({ shop, clinic, school, bank }))(
  'the menus of a %s',
  (name, menusIn) => {
    it.each(['light', 'dark'] as const)('are drawn whole, in four languages, %s', async (theme) => {
      const { menus } = await resolveMenus(menusIn(theme))
      expect(menus).toHaveLength(name === 'school' ? 8 : 4)
      const pictures = new Set<string>()
      for (const menu of menus) {
        const bytes = await menu.picture()
        if (folder) {
          mkdirSync(folder, { recursive: true })
          writeFileSync(`${folder}/${name}-${menu.key}-${theme}.png`, bytes)
        }
        expect(menu.warnings).toEqual([])
        const { size } = menu.request
        expect(readImageHeader(bytes)).toEqual({ type: 'image/png', ...size })
        expect(bytes.length).toBeLessThan(apiLimits.richMenuImage.bytes)
        const at = pixelsOf(bytes)
        const ground = grounds[name as keyof typeof grounds][theme === 'light' ? 0 : 1]
        expect(at(6, size.height - 6)).toBe(ground)
        pictures.add(Buffer.from(bytes).toString('base64'))
      }
      expect(pictures.size).toBe(menus.length)
    })
  },
)
