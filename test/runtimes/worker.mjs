/** What runs in workerd: the program, and a bot that takes its time. */
import { createBot } from 'fukidashi/webhook'
import { run } from './program.mjs'

const log = []
const bot = createBot({ channelSecret: (env) => env.SECRET })
bot.on('message:text', async ({ text }) => {
  log.push(`${text} begins`)
  if (text === 'slow') await scheduler.wait(300)
  log.push(`${text} ends`)
})

const pages = {
  '/run': async () => new Response(await run()),
  '/log': () => Response.json(log.splice(0)),
  '/webhook': (...platform) => bot.fetch(...platform),
}

export default {
  async fetch(request, env, context) {
    try {
      return await pages[new URL(request.url).pathname](request, env, context)
    } catch (error) {
      return new Response(String(error.stack), { status: 500 })
    }
  },
}
