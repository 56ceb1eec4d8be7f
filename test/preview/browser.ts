/** Draws HTML in a real Chromium, and returns the positions of all elements. */
import type { Page } from 'playwright-core'
import { beforeAll } from 'vitest'
import { type Drawable, type HtmlOptions, toHtml } from '../../src/preview/index.js'
import { useChromium } from '../support/chromium.js'
import { fontScript } from '../../scripts/browser/page-fonts.ts'

/** An element with its layout in the browser. */
interface Laid {
  /** Its class names, without prefix. */
  roles: string[]
  text: string
  x: number
  y: number
  width: number
  height: number
  right: number
  bottom: number
  style: Record<(typeof asked)[number], string>
}

const asked = [
  'backgroundColor',
  'backgroundImage',
  'borderTopWidth',
  'borderTopColor',
  'borderTopLeftRadius',
  'color',
  'direction',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'lineHeight',
  'objectFit',
  'objectPosition',
  'overflow',
  'position',
  'scrollbarWidth',
  'textAlign',
  'textDecorationLine',
] as const

/** Runs in the page, whose types are unknown in Node. Positions are relative to the corner of the preview. */
const lay = `(() => {
  const root = document.querySelector('.fk-root')
  const { left, top } = root.getBoundingClientRect()
  return [...root.querySelectorAll('*')].map((element) => {
    const { x, y, width, height, right, bottom } = element.getBoundingClientRect()
    const computed = getComputedStyle(element)
    return {
      roles: [...element.classList].map((name) => name.replace(/^fk-/, '')),
      text: element.textContent,
      ...{ x: x - left, y: y - top, width, height, right: right - left, bottom: bottom - top },
      style: Object.fromEntries(${JSON.stringify(asked)}.map((name) => [name, computed[name]])),
    }
  })
})()`

/** All text, including the placeholders of missing images. */
const text = `[document.body.textContent, ...[...document.querySelectorAll('[data-missing]')].map((one) => one.dataset.missing)].join('')`

/** What was drawn. */
export interface Drawn {
  page: Page
  all: Laid[]
  /** Elements of a role, in the order of the page. */
  of: (role: string) => Laid[]
  /** Runs a script in the page and returns its result. */
  run: <T>(script: string) => Promise<T>
  /** Waits until every image is loaded or has failed. */
  pictures: () => Promise<void>
}

/** A single script that waits, because the page's policy forbids the scripts of polling. */
const pictures = `Promise.all([...document.images].map((image) => image.complete || new Promise((done) => {
  image.addEventListener('load', done)
  image.addEventListener('error', done)
}))).then(() => undefined)`

/** Draws with the fonts of packages; `han` selects the glyphs of Chinese characters. */
export type Draw = (what: Drawable, options?: HtmlOptions, han?: 'ja' | 'zh') => Promise<Drawn>

/** Draws in one page that all tests of a file share. */
export function useBrowser(): Draw {
  const browser = useChromium()
  let page: Page
  beforeAll(async () => {
    page = await browser().newPage({ viewport: { width: 700, height: 900 } })
  })
  return async (what, options = {}, han) => {
    const html = toHtml(what, { as: 'document', ...options })
    await page.setContent(html)
    const letters = await page.evaluate<string>(text)
    await page.evaluate(fontScript(letters, `.${options.prefix ?? 'fk'}-root`, han))
    const all = await page.evaluate<Laid[]>(lay)
    return {
      page,
      all,
      of: (role) => all.filter(({ roles }) => roles.includes(role)),
      run: (script) => page.evaluate(script),
      pictures: async () => {
        await page.evaluate(pictures)
      },
    }
  }
}
