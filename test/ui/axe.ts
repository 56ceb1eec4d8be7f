/** What axe finds on a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string
  help: string
  nodes: { html: string }[]
}

/** What axe finds that keeps people out. */
export async function serious(page: Page) {
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>('axe.run().then((found) => found.violations)')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html }) => html.slice(0, 120)).filter((html) => !isPicture(id, html)),
    }))
    .filter(({ at }) => at.length > 0)
}

/** Times and system lines have LINE's own colours: they are pictures of LINE, which has less contrast than is asked. */
const isPicture = (id: string, html: string) =>
  id === 'color-contrast' && /^<div class="fk-(?:line|text)"/.test(html)
