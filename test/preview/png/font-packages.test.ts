/** Fonts that are installed as packages, variable or static. */
import { describe, expect, it } from 'vitest'
import { familyOfPackage, installedFamilies } from '../../../src/preview/png/fonts/packages.js'
import type { Drawable } from '../../../src/preview/index.js'
import { type PngOptions, toPng } from '../../../src/preview/png/index.js'
import { body, text } from '../messages.js'

const line = (said: string, weight = 'regular') => body([text(said, { weight })])

/** Bytes that can be compared. */
const draw = async (what: Drawable, options?: PngOptions) =>
  Buffer.from(await toPng(what, options)).toString('base64')

describe('the fonts of a PNG', () => {
  it('come from the variable package if both are installed', () => {
    const thai = installedFamilies().filter(({ name }) => name === 'Noto Sans Thai')
    expect(thai).toHaveLength(1)
    // One file for all weights: the variable one.
    const [family] = thai
    expect(family!.faces(0x0e01, 400)).toEqual(family!.faces(0x0e01, 700))
  })

  it('can be bold if they are variable', async () => {
    const [regular, bold] = [line('お茶 tea ชา'), line('お茶 tea ชา', 'bold')]
    expect(await draw(bold)).not.toBe(await draw(regular))
  })

  it('come from a static package if only that is installed', async () => {
    const family = familyOfPackage('@fontsource/noto-sans-thai')!
    expect(family.faces(0x0e01, 400)).not.toEqual(family.faces(0x0e01, 700))
    const options = { fonts: ['@fontsource/noto-sans-thai'] }
    expect(await draw(line('ชา', 'bold'), options)).not.toBe(await draw(line('ชา'), options))
  })
})
