/** The shop's conversation without a browser. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { createEmulator } from '../../src/testing/index.js'
import { conversation } from '../../examples/shop-bot/script.js'

it('is as expected', async () => {
  const flags = ['--conditions', 'fukidashi-source', '--import', 'tsx']
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    'examples/shop-bot/index.ts',
    '--script',
  ])
  expect(stdout).toContain('✔ Aki chooses a time')
  expect(stdout).toContain('Everything was as expected.')
})

it('notices a bot that says something else', async () => {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
  bot.default((ctx) => (ctx.canReply() ? ctx.reply('no') : undefined))
  const [first] = conversation(createEmulator({ bot }))
  await expect(first!.run()).rejects.toThrow(/has not received/)
})
