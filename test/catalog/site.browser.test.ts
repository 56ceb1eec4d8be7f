/** The catalog as pages, opened from the disk in Chromium. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { buildSite } from '../../src/catalog/node/index.js'
import { useChromium } from '../support/chromium.js'
import { serious } from '../ui/axe.js'
import { project, shop } from './support.js'

const browser = useChromium()

const evil =
  '</script><script>document.title = "taken"</script><img src=x onerror="document.title=1">'

/** Opens the catalog in a new browser profile. Errors of the page and of its policy are in the list. */
async function open(options: { javaScriptEnabled?: boolean; width?: number } = {}) {
  const root = await project({
    ...shop,
    'evil.messages.ts': `import { catalog } from './catalog.js'
export const Evil = catalog.json({ title: ${JSON.stringify(`Old/${evil.replaceAll('/', '')}`)}, messages: { type: 'text', text: ${JSON.stringify(evil)} } })
`,
  })
  const out = join(root, 'site')
  await buildSite({ root, out })
  const { width = 1200, ...rest } = options
  const page = await browser().newPage({ ...rest, viewport: { width, height: 800 } })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('ERR_')) errors.push(line.text())
  })
  await page.goto(pathToFileURL(join(out, 'index.html')).href)
  return { page, errors }
}

const story = (page: Page) => page.frameLocator('iframe')
const isVisible = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name }).isVisible()

describe('with scripts', () => {
  it('finds stories, marks the open one and keeps locale and theme', async () => {
    const { page, errors } = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('card green')
    await expect.poll(() => isVisible(page, 'Normal')).toBe(false)
    await page.keyboard.press('Enter')
    await story(page).getByRole('heading', { name: 'Shop/Card / Green' }).waitFor()
    await page.locator('[aria-current=page]', { hasText: 'Green' }).waitFor()

    await story(page).getByText('Dark').click()
    await story(page).getByRole('link', { name: 'en', exact: true }).click()
    await story(page).getByText('Please Tea').and(story(page).locator(':visible')).first().waitFor()
    await expect.poll(() => story(page).locator('.on-dark').isVisible()).toBe(true)
    await expect.poll(() => story(page).locator('.on-light').isVisible()).toBe(false)

    await page.getByRole('searchbox').fill('')
    await page.getByRole('navigation').getByRole('link', { name: 'Normal' }).click()
    await story(page).getByRole('heading', { name: 'Shop/Card / Normal' }).waitFor()
    await expect.poll(() => story(page).locator('html').getAttribute('data-locale')).toBe('en')
    await expect.poll(() => page.url()).toContain('#en%2FShop%2FCard%2FNormal')
    await page.reload()
    await story(page).getByRole('heading', { name: 'Shop/Card / Normal' }).waitFor()
    await expect.poll(() => story(page).locator('html').getAttribute('data-locale')).toBe('en')

    await page.getByRole('searchbox').fill('nothing like this')
    await page.getByText('No story has these words.').waitFor()
    expect(errors).toEqual([])
  })

  it('shows hostile texts as texts', async () => {
    const { page, errors } = await open()
    await page.getByRole('navigation').getByRole('link', { name: 'Evil' }).click()
    await story(page).getByRole('heading', { name: 'document.title' }).waitFor()
    expect(await page.title()).toContain('Messages of')
    await expect.poll(() => story(page).locator('img[src=x]').count()).toBe(0)
    expect(errors).toEqual([])
  })

  it.each([1200, 390])('has no accessibility problems at %i pixels', async (width) => {
    const { page } = await open({ width })
    await story(page).getByRole('heading', { name: 'Shop/Card / Normal' }).waitFor()
    expect(await serious(page)).toEqual([])
    await page.goto(page.frames()[1]!.url())
    expect(await serious(page)).toEqual([])
  })
})

it('shows stories, themes and panels without scripts', async () => {
  const { page } = await open({ javaScriptEnabled: false })
  await page.getByRole('navigation').getByRole('link', { name: 'Green' }).click()
  await story(page).getByRole('heading', { name: 'Shop/Card / Green' }).waitFor()
  await story(page).getByText('Dark').click()
  await expect.poll(() => story(page).locator('.on-dark').isVisible()).toBe(true)
  await story(page).getByText('Builders').click()
  await expect.poll(() => story(page).getByText('.title(').isVisible()).toBe(true)
  await expect.poll(() => page.getByRole('searchbox').isVisible()).toBe(false)
})
