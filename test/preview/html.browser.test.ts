import { describe, expect, it } from 'vitest'
import { stylesheet, toHtml } from '../../src/preview/index.js'
import type { Message } from '../../src/spec/index.js'
import { useBrowser } from './browser.js'
import { body, box, bubble, button, picture, text } from './messages.js'

const draw = useBrowser()
const hello: Message = { type: 'text', text: 'Hello' }
const uri = (address: string) => ({ type: 'uri', label: 'go', uri: address })

describe('the output formats', () => {
  it('a fragment has styles, markup has none, rows have no frame', () => {
    expect(toHtml(hello)).toMatch(/^<style>[^<]*<\/style><div class="fk-box fk-root"/)
    expect(toHtml(hello, { as: 'markup' })).toMatch(/^<div class="fk-box fk-root"/)
    expect(toHtml(hello, { as: 'rows' })).toMatch(/^<div class="fk-box fk-other"/)
    expect(toHtml(hello, { as: 'document', title: 'A <b>' })).toMatch(
      /^<!doctype html>[^]*<title>A &lt;b&gt;<\/title>/,
    )
  })

  it('prefix their classes, if the prefix is valid', () => {
    expect(toHtml(hello, { prefix: 'line' })).not.toContain('fk-')
    expect(toHtml(hello, { prefix: '"><script>' })).toContain('class="fk-box fk-root"')
    for (const rule of stylesheet('line').split('\n')) expect(rule).toMatch(/^(?:\.line-|@)/)
  })

  it('do not change the page around them', async () => {
    const { page, run } = await draw(hello)
    await page.setContent(`<p id="p" style="margin:3px">a</p>${toHtml(hello)}<p>b</p>`)
    const styles = await run<Record<string, string>>(`(() => {
      const { margin, fontFamily } = getComputedStyle(document.querySelector('#p'))
      return { margin, fontFamily }
    })()`)
    expect(styles).toEqual({ margin: '3px', fontFamily: '"Times New Roman"' })
  })

  it('are light or dark', async () => {
    const light = await draw(hello)
    const dark = await draw(hello, { theme: 'dark' })
    expect(light.of('bubble')[0]!.style.backgroundColor).not.toBe(
      dark.of('bubble')[0]!.style.backgroundColor,
    )
    const [flexLight, flexDark] = [
      await draw(body([text('a')])),
      await draw(body([text('a')]), { theme: 'dark' }),
    ]
    expect(flexLight.of('flex-bubble')[0]!.style).toEqual(flexDark.of('flex-bubble')[0]!.style)
  })
})

describe('texts', () => {
  it('keep spaces and line breaks', async () => {
    const drawn = await draw([
      { type: 'text', text: 'a' },
      { type: 'text', text: 'a      b\n\nc' },
    ])
    const [one, three] = drawn.of('text')
    expect(three!.height).toBeCloseTo(one!.height * 3, 1)
    // Six spaces, which are about 0.28 em wide, and a b.
    expect(three!.width - one!.width).toBeGreaterThan(16 * (6 * 0.2 + 0.5))
  })
})

describe('elements that can be tapped', () => {
  it('have their action, and are buttons for keyboards and screen readers', async () => {
    const action = { type: 'postback', label: 'Buy "it"', data: `a=1&b='2'` }
    const { run } = await draw(body([button({ action })]))
    const found =
      await run<unknown>(`[...document.querySelectorAll('[data-action]')].map((element) => ({
        action: JSON.parse(element.dataset['action']),
        role: element.getAttribute('role'),
        label: element.ariaLabel,
        tabIndex: element.tabIndex,
      }))`)
    expect(found).toEqual([{ action, role: 'button', label: 'Buy "it"', tabIndex: 0 }])
  })

  it('are the innermost ones', async () => {
    const inner = box('vertical', [text('inner', { action: uri('https://example.com/in') })], {
      action: uri('https://example.com/box'),
    })
    const given = bubble({
      body: box('vertical', [inner]),
      action: uri('https://example.com/bubble'),
    })
    const { run } = await draw(given, { links: 'open' })
    const hit = await run<string>(`(() => {
      const text = [...document.querySelectorAll('.fk-line')].find(
        (line) => line.textContent === 'inner',
      )
      return text.closest('[data-action]').getAttribute('href')
    })()`)
    expect(hit).toBe('https://example.com/in')
    const shape = await run<unknown>(`({
      links: [...document.links].map((link) => link.href),
      buttonsInButtons: document.querySelectorAll(
        '[role=button] [role=button], a a, a [role=button], [role=button] a',
      ).length,
      keys: [...document.querySelectorAll('.fk-key')].length,
    })`)
    expect(shape).toEqual({ links: ['https://example.com/in'], buttonsInButtons: 0, keys: 2 })
  })

  it('open links in a new tab, if that is on', () => {
    const html = toHtml(body([button({ action: uri('https://example.com') })]), { links: 'open' })
    expect(html).toContain(
      '<a href="https://example.com" target="_blank" rel="noopener noreferrer"',
    )
  })

  it('have visible areas of an imagemap only under the pointer', async () => {
    const area = { x: 0, y: 0, width: 1040, height: 1040 }
    const { page, run } = await draw({
      type: 'imagemap',
      altText: 'a',
      baseUrl: 'https://example.invalid/a',
      baseSize: { width: 1040, height: 1040 },
      actions: [{ type: 'message', text: 'hi', area }],
    })
    const shown = () =>
      run<string>(`getComputedStyle(document.querySelector('.fk-area')).backgroundColor`)
    expect(await shown()).toBe('rgba(0, 0, 0, 0)')
    await page.hover('.fk-area')
    expect(await shown()).not.toBe('rgba(0, 0, 0, 0)')
  })
})

describe('pictures', () => {
  it('that are missing become a placeholder with their URL', async () => {
    const given = picture({
      url: 'https://example.invalid/tea.png',
      size: 'full',
      aspectRatio: '2:1',
    })
    const drawn = await draw(body([given]), { frame: 'none' })
    await drawn.pictures()
    expect(drawn.of('image')[0]).toMatchObject({ width: 300, height: 150 })
    const shown = await drawn.run<Record<string, string>>(`(() => {
      const { content, backgroundColor } = getComputedStyle(document.images[0], '::before')
      return { content, backgroundColor, alt: document.images[0].alt }
    })()`)
    expect(shown).toEqual({
      content: '"https://example.invalid/tea.png"',
      backgroundColor: 'rgb(223, 228, 234)',
      alt: 'tea.png',
    })
  })

  it('are the only requests', async () => {
    const { page } = await draw(hello)
    const asked: string[] = []
    const listen = (request: { url: () => string }) => asked.push(request.url())
    page.on('request', listen)
    const requested = page.waitForRequest('https://example.invalid/only.png')
    await draw(body([picture({ url: 'https://example.invalid/only.png' })]), { links: 'open' })
    await requested
    // By then, the page has sent all of its requests.
    await page.waitForLoadState('networkidle')
    page.off('request', listen)
    expect(asked.filter((url) => !url.startsWith('data:') && !url.startsWith('about:'))).toEqual([
      'https://example.invalid/only.png',
    ])
  })
})
