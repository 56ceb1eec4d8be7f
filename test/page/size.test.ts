/** What the browser has to load before the page is there. */
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { languages, script } from '../../src/emulator/ui/generated/page.js'

const KIB = 1024

it('is a script of at most 70 KiB', () => {
  expect(gzipSync(script).length).toBeLessThanOrEqual(70 * KIB)
})

it('has no texts of other languages, which are loaded when a person chooses them', () => {
  for (const file of Object.values(languages)) {
    const { words } = JSON.parse(file) as { words: { quiet: string } }
    expect(script).not.toContain(JSON.stringify(words.quiet).slice(1, -1))
    // The script is ASCII.
    const escaped = Array.from(
      { length: words.quiet.length },
      (_, i) => `\\u${words.quiet.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join('')
    expect(script.toLowerCase()).not.toContain(escaped.toLowerCase())
  }
})
