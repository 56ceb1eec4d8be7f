/** Errors of bundled modules. */
import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { useSourcePlaces } from '../../src/catalog/node/source-places.js'

const source = 'interface A {}\n\nexport const fail = () => {\n  throw new Error()\n}\n'
const { code } = transformSync(source, {
  loader: 'ts',
  sourcefile: '../../../src/my tea.ts',
  sourcemap: 'inline',
})
const bundle = {
  root: '/shop',
  folder: '/shop/node_modules/.fukidashi/stories-1-x y',
  code: new Map([['all.js', code]]),
}
const file = 'file:///shop/node_modules/.fukidashi/stories-1-x%20y/all.js'

it('an error of a bundled module names the places in the sources', () => {
  const error = new Error('no database')
  error.stack = [
    'Error: no database',
    `    at JSON.parse (<anonymous>)`,
    `    at fail (${file}:2:9)`,
    `    at ${file}:99:1`,
    '    at load (file:///shop/node_modules/fukidashi/dist/cli.js:1:1)',
  ].join('\n')
  useSourcePlaces(error, bundle)
  expect(error.stack.split('\n')).toEqual([
    'Error: no database',
    '    at JSON.parse (<anonymous>)',
    '    at fail (src/my tea.ts:4:9)',
  ])
})

it('other errors stay as they are', () => {
  const error = new Error('x')
  const { stack } = error
  useSourcePlaces(error, bundle)
  useSourcePlaces('text', bundle)
  expect(error.stack).toBe(stack)
})
