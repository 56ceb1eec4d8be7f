// Runs the program in the runtime that runs this, and says what it has loaded.
import { run } from './program.mjs'

const loaded = await run()
if ('Deno' in globalThis || 'Bun' in globalThis) {
  const { card } = await import('./card.tsx')
  const json = JSON.stringify(card())
  if (json !== '[{"type":"text","text":"Hello, runtime"}]') throw new Error(`JSX gave ${json}`)
}
console.log(loaded)
