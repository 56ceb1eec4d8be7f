/** The page follows the files: each change is seen, and story, values and scroll stay. */
import { describe, expect, it } from 'vitest'
import { shop } from '../../catalog/support.js'
import { usePreview } from './preview.js'

const open = usePreview()

const withWords = (from: string) => ({
  ...shop,
  'card.tsx': shop['card.tsx']
    .replace("label = 'Buy'", 'label = buy')
    .replace("from 'fukidashi'", `from 'fukidashi'\nimport { buy } from '${from}'`),
})

describe('a change', () => {
  it('of a nested file is shown', async () => {
    const { write, reads } = await open({
      ...withWords('./deep/label.js'),
      'deep/words.ts': `export const buy = 'Buy'`,
      'deep/label.ts': `export { buy } from './words.js'`,
    })
    await reads('Buy お茶')
    await write('deep/words.ts', `export const buy = 'Order'`)
    await reads('Order お茶')
  })

  it('of a file behind a path alias is shown', async () => {
    const { write, reads } = await open({
      ...withWords('~/words'),
      'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./source/*"] } } }',
      'source/words.ts': `export const buy = 'Buy'`,
    })
    await reads('Buy お茶')
    await write('source/words.ts', `export const buy = 'Order'`)
    await reads('Order お茶')
  })

  it('of a component with 300 stories renders only the one that is open', async () => {
    const stories = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `many/s${i}.messages.tsx`,
        `import { catalog } from '../catalog.js'
import { Card } from '../card.js'
export const A = catalog.component(Card, { title: 'Many/${i}' }).story({ props: { name: 'Story ${i}' } })`,
      ]),
    )
    const { page, write, reads, renders, server } = await open(
      { ...shop, ...stories },
      { hash: '#many/s250.messages.tsx/A' },
    )
    await reads('Story 250')
    // All others have been looked at, too.
    for (let i = 0; i < 300; i++)
      await server.session.story({ file: `many/s${i}.messages.tsx`, name: 'A' })
    const before = renders()
    await write('card.tsx', shop['card.tsx'].replace("'Please'", "'Welcome'"))
    await reads('Welcome お茶')
    await page.locator('.state.running').waitFor()
    expect(renders() - before).toBeLessThanOrEqual(2)
  })

  it('is shown although ten are made within a second', async () => {
    const { write, reads } = await open(shop)
    await reads('Sencha')
    for (let i = 1; i <= 10; i++)
      await write('card.tsx', shop['card.tsx'].replace("'Please'", `'Save ${i}.'`))
    await reads('Save 10. お茶')
  })

  it('keeps the story, its values, and what was scrolled', async () => {
    const long = Array.from(
      { length: 30 },
      (_, i) => `{ type: 'text', text: t('Line ${i}') + name }`,
    )
    const { page, write, reads, story } = await open(
      {
        ...shop,
        'long.messages.tsx': `import { raw } from 'fukidashi'
import { catalog } from './catalog.js'
import { lines } from './lines.js'
const Long = ({ name }: { name: string }, { t }: any) => lines(name, t).map((one: any) => raw(one))
export const First = catalog.component(Long, { title: 'Long' }).story({ props: { name: '?' } })
export const Second = catalog.component(Long, { title: 'Long' }).story({ props: { name: '!' } })`,
        'lines.ts': `export const lines = (name: string, t: any) => [${long.slice(0, 5).join(', ')}]`,
      },
      { size: { width: 1200, height: 420 } },
    )
    await story('Second').click()
    await reads('Line 0 お茶!')
    await page.getByLabel('name', { exact: true }).fill(' changed')
    await reads('Line 0 お茶 changed')
    await page.evaluate(`document.querySelector('.stage-scroll').scrollTop = 60`)
    await write(
      'lines.ts',
      `export const lines = (name: string, t: any) => [${long.slice(0, 5).join(', ').replaceAll('Line', 'Row')}]`,
    )
    await reads('Row 0 お茶 changed')
    await expect
      .poll(() => page.evaluate(`document.querySelector('.stage-scroll').scrollTop`))
      .toBe(60)
    await expect.poll(() => story('Second').getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => page.getByLabel('name', { exact: true }).inputValue()).toBe(' changed')
  })
})

describe('the tree', () => {
  it('has a story as soon as it is written, and loses it when it is deleted', async () => {
    const { page, write, remove, story } = await open(shop)
    await story('Normal').waitFor()
    await write(
      'new.messages.tsx',
      `import { catalog } from './catalog.js'
export const Fresh = catalog.json({ title: 'New', messages: [{ type: 'text', text: 'fresh' }] })`,
    )
    await story('Fresh').click()
    await page.locator('.drawn').getByText('fresh').waitFor()
    await remove('new.messages.tsx')
    await story('Fresh').waitFor({ state: 'detached' })
    await page.locator('.failure').getByText('There is no story file').waitFor()
    await story('Normal').click()
    await page.locator('.drawn').getByText('Sencha').waitFor()
  })

  it('begins to show stories where there were none', async () => {
    const { page, write, reads } = await open({ 'catalog.ts': shop['catalog.ts'] })
    await page.getByText('There are no stories yet.').first().waitFor()
    await write('card.tsx', shop['card.tsx'])
    await write('card.messages.tsx', shop['card.messages.tsx'])
    await reads('Sencha')
  })

  it('finds one of 1,000 stories, and draws it at once', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [
        `many/s${i}.messages.tsx`,
        `import { catalog } from '../catalog.js'
export const First = catalog.json({ title: 'Many/${i}', messages: [{ type: 'text', text: 'First ${i}' }] })
export const Second = catalog.json({ title: 'Many/${i}', messages: [{ type: 'text', text: 'Second ${i}' }] })`,
      ]),
    )
    const { page, reads } = await open({ 'catalog.ts': shop['catalog.ts'], ...many })
    await reads('First 0')
    await expect.poll(() => page.locator('.stories .count').textContent()).toBe('1000')
    await page.keyboard.press('/')
    await page.keyboard.type('437 second')
    await expect.poll(() => page.locator('.tree-story').count()).toBe(1)
    await page.keyboard.press('Enter')
    await reads('Second 437')
  })
})

describe('a syntax error', () => {
  it('is shown with its line above the story, and disappears when it is fixed', async () => {
    const { page, write, reads, opened, root } = await open(shop)
    await reads('Sencha')
    await write('card.tsx', shop['card.tsx'].replace('<Buttons alt', '<Buttons <alt'))
    const failure = page.locator('.stage-failure')
    await failure.getByText('SyntaxError').waitFor()
    await expect
      .poll(() => failure.locator('.code-line.here').textContent())
      .toContain('<Buttons <alt')
    await page.locator('.cells.stale').waitFor()
    await failure.getByRole('button', { name: /^Open in editor: card.tsx:3/ }).click()
    await expect.poll(() => opened).toMatchObject([{ file: `${root}/card.tsx`, line: 3 }])
    await write('card.tsx', shop['card.tsx'])
    await failure.waitFor({ state: 'detached' })
    await page.locator('.cells:not(.stale)').waitFor()
  })

  it('of the story file marks it in the tree, and its stories stay', async () => {
    const { page, write, reads, story } = await open(shop)
    await reads('Sencha')
    await write('card.messages.tsx', `${shop['card.messages.tsx']}export const = 1\n`)
    await page.locator('.stage-failure').getByText('SyntaxError').waitFor()
    await page.locator('.tree-broken').waitFor()
    await story('Green').waitFor()
    await write('card.messages.tsx', shop['card.messages.tsx'])
    await page.locator('.tree-broken').waitFor({ state: 'detached' })
    await reads('Sencha')
  })
})
