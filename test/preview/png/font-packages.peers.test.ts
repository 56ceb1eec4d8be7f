/** Fonts of scripts that fewer users of LINE need. Their packages are in `test/peers`. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PngError, type PngProblem, toPng } from '../../../src/preview/png/index.js'
import { body, text } from '../messages.js'

const samples = {
  'noto-sans-kr': '안녕하세요, 반갑습니다.',
  'noto-sans-arabic': 'مرحبا، بالعالم؟',
  'noto-sans-hebrew': 'שלום עולם',
  'noto-sans-devanagari': 'नमस्ते दुनिया।',
  'noto-sans-lao': 'ສະບາຍດີຊາວໂລກ',
  'noto-sans-khmer': 'សួស្តីពិភពលោក',
  'noto-sans-myanmar': 'မင်္ဂလာပါကမ္ဘာလောက။',
}

/** Bytes that can be compared. With a new array, fonts are looked up again. */
const draw = async (said: string, weight: string, onProblem?: (problem: PngProblem) => void) => {
  const message = body([text(said, { weight, wrap: true })])
  const png = await toPng(message, { fonts: [], scale: 1, ...(onProblem && { onProblem }) })
  return Buffer.from(png).toString('base64')
}

describe.each(Object.entries(samples))('%s', (name, said) => {
  it('is named by the error for its characters if it is not installed', async () => {
    const failure = draw(said, 'regular')
    await expect(failure).rejects.toBeInstanceOf(PngError)
    await expect(failure).rejects.toThrow(`npm install @fontsource-variable/${name}`)
    const problems: PngProblem[] = []
    await draw(said, 'regular', (problem) => problems.push(problem))
    expect(problems).toEqual([
      expect.objectContaining({ packages: [`@fontsource-variable/${name}`] }),
    ])
  })

  describe('in the project', () => {
    beforeEach(() => {
      vi.spyOn(process, 'cwd').mockReturnValue(join(import.meta.dirname, '../../peers'))
    })
    afterEach(() => vi.restoreAllMocks())

    it('draws its characters, regular and bold', async () => {
      const regular = await draw(said, 'regular')
      const bold = await draw(said, 'bold')
      expect(bold).not.toBe(regular)
      expect(regular).not.toBe(await draw(' ', 'regular'))
    })
  })
})
