/** Pictures of the components' examples. */
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { componentPictures, pictureFolder } from '../../scripts/docs/component-pictures.ts'

it('can be drawn of every example, and are there', async () => {
  const pictures = await componentPictures()
  expect(pictures.length).toBeGreaterThan(45)
  const files = pictures.map(({ file }) => file)
  expect(readdirSync(`docs/${pictureFolder}`).sort()).toEqual([...files].sort())
})
