/**
 * Plays a conversation with the shop, and reports the result.
 *
 * npx tsx examples/shop-bot/index.ts --script
 */
import { parseArgs } from 'node:util'
import { createEmulator, transcript } from 'fukidashi/testing'
import bot from './bot.js'
import { conversation } from './script.js'

/** The exit code is the number of failed expectations. */
async function play(): Promise<number> {
  const line = createEmulator({ bot, account: { displayName: 'Tea shop' } })
  let wrong = 0
  let seen = 0
  for (const { says, run } of conversation(line)) {
    let trouble: unknown
    try {
      await run()
    } catch (error) {
      trouble = error
      wrong++
    }
    console.log(`${trouble === undefined ? '✔' : '✘'} ${says}`)
    const lines = transcript(line.user('Aki')).split('\n')
    for (const text of lines.slice(seen))
      console.log(`    ${text.length > 110 ? `${text.slice(0, 109)}…` : text}`)
    seen = lines.length
    if (trouble !== undefined) console.log(trouble instanceof Error ? trouble.message : trouble)
  }
  console.log(wrong === 0 ? '\nEverything was as expected.' : `\n${wrong} went wrong.`)
  return wrong
}

const { values } = parseArgs({ options: { script: { type: 'boolean' } } })

if (values.script === true)
  void play().then((wrong) => {
    process.exitCode = wrong === 0 ? 0 : 1
  })
else console.log('Open the shop in a browser: fukidashi dev bot.tsx. Or: --script')
