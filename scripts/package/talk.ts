/** A person of the emulator who talks to a bot of `templates/` over HTTP. */
import { createEmulator } from '../../src/emulator/index.ts'
import { listen } from '../../src/emulator/node/index.ts'

/** What a person does with each bot, and a part of the bot's last message. */
const conversations = {
  echo: { steps: [['says', 'Good morning']], reply: '"text":"Good morning"' },
  shop: {
    steps: [
      ['says', 'menu'],
      ['taps', 'Buy: Sencha'],
      ['taps', 'Yes, please'],
    ],
    reply: '"altText":"Receipt: ¥1,200"',
  },
} as const

/**
 * @param start - starts the bot with these environment variables
 * @throws {Error} if the bot replies with something else
 */
export async function talkTo(
  bot: keyof typeof conversations,
  start: (settings: Record<string, string>) => Promise<{ url: string; stop(): Promise<void> }>,
): Promise<void> {
  const line = createEmulator()
  const server = await listen(line)
  const running = await start({
    LINE_CHANNEL_SECRET: line.account.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: line.account.channelAccessToken,
    LINE_API_BASE_URL: server.url,
  })
  try {
    await line.client().bot.setWebhook(`${running.url}/webhook`)
    const aki = line.user('Aki', { language: 'en' })
    const { steps, reply } = conversations[bot]
    for (const [deed, words] of steps) await aki[deed](words)
    const last = JSON.stringify(aki.messages.at(-1))
    if (!last?.includes(reply))
      throw new Error(
        `${bot} replied ${last} instead of ${reply}\n${JSON.stringify(line.failures)}`,
      )
  } finally {
    await running.stop()
    await server.close()
  }
}
