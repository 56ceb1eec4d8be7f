/** The page for everyone: screen readers, languages, small screens, and texts that try to be scripts. */
import { expect, it } from 'vitest'
import { shop } from '../../catalog/support.js'
import { serious } from '../axe.js'
import { usePreview } from './preview.js'

const open = usePreview()

const long = {
  'long.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './card.js'
export const Long = catalog.component(Card, { title: 'Long' }).story({ props: { name: 'a', label: 'Add this to my basket' } })`,
}

it.each(['light', 'dark'] as const)(
  'has no serious accessibility problems, %s',
  async (colorScheme) => {
    const { page, story, tab, write } = await open({ ...shop, ...long })
    await page.emulateMedia({ colorScheme })
    await page.reload()
    await story('Long').click()
    await page.locator('.cell .badge').waitFor()
    expect(await serious(page)).toEqual([])
    for (const name of ['JSON', 'TSX', 'Problems', 'Call']) {
      await tab(name)
      await page.locator('.panel-body > *').first().waitFor()
      expect(await serious(page)).toEqual([])
    }
    await page.getByRole('button', { name: 'Convert JSON' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await serious(page)).toEqual([])
    await page.keyboard.press('Escape')
    await write('card.tsx', shop['card.tsx'].replace('<Buttons alt', '<Buttons <alt'))
    await page.locator('.stage-failure .code-frame').waitFor()
    expect(await serious(page)).toEqual([])
  },
)

it.each([
  ['ja-JP', 'ストーリー', 'コントロール'],
  ['th-TH', 'สตอรี่', 'ตัวควบคุม'],
  ['zh-TW', '故事', '控制項'],
])('is in the language of the browser: %s', async (locale, stories, controls) => {
  const { page, reads } = await open(shop, { locale })
  await page.locator('.part-head').getByText(stories, { exact: true }).waitFor()
  await page.locator('.panel .tab').getByText(controls, { exact: true }).waitFor()
  await reads('Sencha')
  expect(await page.evaluate('document.documentElement.lang')).toBe(
    locale === 'zh-TW' ? locale : locale.slice(0, 2),
  )
  await expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
    .toBe(true)
})

it('shows one part at a time on a narrow screen, and none is wider than it', async () => {
  const { page, story, reads } = await open(shop, { size: { width: 390, height: 780 } })
  await reads('Sencha')
  const fits = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
  expect(await fits()).toBe(true)
  await page.locator('.switcher').getByText('Controls').click()
  await page.getByLabel('name', { exact: true }).waitFor()
  expect(await fits()).toBe(true)
  await page.locator('.switcher').getByText('Stories').click()
  await story('Green').click()
  await reads('Green tea')
})

const evil = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>"'--></style></script>\${hit}`

it('shows hostile texts, titles and names as they are', async () => {
  const text = JSON.stringify(evil)
  const { page, tab, story } = await open({
    ...shop,
    'evil.messages.tsx': `import { Text } from 'fukidashi'
import { catalog } from './catalog.js'
const Evil = (props: any) => <Text>{props.text}</Text>
const all = catalog.component(Evil, { title: ${text.replaceAll('</', '<')} })
export const A = all.story({ props: { text: ${text}, [${text}]: ${text}, __proto__: null, ['constructor']: 'x', list: [${text}] } })`,
  })
  await story('A').click()
  await page.locator('.drawn').getByText(evil).waitFor()
  await page.getByLabel('text', { exact: true }).fill(`${evil}!`)
  await page.locator('.drawn').getByText(`${evil}!`).waitFor()
  for (const name of ['JSON', 'TSX', 'Builders', 'Problems', 'Call']) {
    await tab(name)
    await page.locator('.panel-body > *').first().waitFor()
  }
  await page.getByRole('searchbox').fill(evil)
  expect(
    await page.evaluate(
      'window.hit === undefined && document.querySelectorAll("img[onerror], script:not([src])").length === 0',
    ),
  ).toBe(true)
})

it('ignores changes of names that a sample has only from its prototype', async () => {
  const { server } = await open(shop)
  const path = ['__proto__', 'polluted']
  const answer = await server.session.story({
    file: 'card.messages.tsx',
    name: 'Normal',
    props: [
      { path, value: 'x' },
      { path: ['constructor', 'prototype', 'polluted'], value: 'x' },
      { path: ['__proto__'], value: { polluted: 'x' } },
    ],
  })
  expect(answer).toHaveProperty('story')
  expect({}).not.toHaveProperty('polluted')
})

it('says that the preview was stopped, and comes back when it runs again', async () => {
  const { page, server, reads, write, startAgain } = await open(shop)
  await reads('Sencha')
  await page.getByLabel('name', { exact: true }).fill('Kept')
  await reads('Kept')
  await server.close()
  await page.getByText('The preview is not running').waitFor()
  await write('card.tsx', shop['card.tsx'].replace("'Please'", "'Welcome'"))
  await startAgain()
  await reads('Welcome お茶')
  await reads('Kept')
  await page.getByText('The preview is not running').waitFor({ state: 'hidden' })
})
