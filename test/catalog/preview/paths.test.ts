/** Paths of Windows are written in several ways; all of them are the same file. */
import { expect, it } from 'vitest'
import { pathFrom, samePath } from '../../../src/catalog/preview/paths.js'

it('writes paths of Windows in one way', () => {
  for (const path of ['c:\\shop\\card.tsx', 'C:/shop/card.tsx', 'C:\\shop/card.tsx'])
    expect(samePath(path)).toBe('C:/shop/card.tsx')
  expect(samePath('/shop/Card.tsx')).toBe('/shop/Card.tsx')
})

it('gives paths from the project, whatever way they are written', () => {
  expect(pathFrom('c:\\shop', 'C:\\shop\\deep\\card.tsx')).toBe('deep/card.tsx')
  expect(pathFrom('/shop/', '/shop/card.tsx')).toBe('card.tsx')
  // A folder whose name only begins with that of the project, and another drive.
  expect(pathFrom('/shop', '/shop-two/card.tsx')).toBe('/shop-two/card.tsx')
  expect(pathFrom('C:\\shop', 'd:\\shop\\card.tsx')).toBe('D:/shop/card.tsx')
})
