/** What runs in workerd to test stores: the contract, and a bot that claims its events. */
import { createStore, storeContract } from 'fukidashi/store'
import { d1Migration, d1Store, durableStore } from 'fukidashi/store/cloudflare'
import { createBot } from 'fukidashi/webhook'

export { FukidashiStore } from 'fukidashi/store/cloudflare'

const handled = []
const botWith = (store) => {
  const bot = createBot({ channelSecret: 'secret', store })
  bot.on('message:text', async ({ text }) => {
    await scheduler.wait(100)
    handled.push(text)
  })
  return bot
}
// Two isolates do not share what a bot remembers; neither do two bots.
const bots = [0, 1].map(() => botWith((env) => durableStore(env.CLAIMS)))

const stores = {
  durable: (env) => durableStore(env.CLAIMS),
  d1: (env) => d1Store(env.DB),
}

async function contract(makeStore, env) {
  const results = []
  for (const { name, run } of storeContract(() => makeStore(env), { leaseMs: 500 }))
    results.push(
      await run().then(
        () => ({ name }),
        (error) => ({ name, error: String(error) }),
      ),
    )
  return results
}

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url)
    const [, what, which] = pathname.split('/')
    if (what === 'migrate') {
      for (const statement of d1Migration.split(';\n').filter(Boolean))
        await env.DB.prepare(statement).run()
      return new Response('done')
    }
    if (what === 'contract') return Response.json(await contract(stores[which], env))
    if (what === 'unmigrated') {
      const error = await createStore(d1Store(env.EMPTY))
        .get('a')
        .catch((reason) => reason)
      return Response.json({ code: error.code })
    }
    if (what === 'handled') return Response.json(handled)
    return bots[Number(which)].fetch(request, env, context)
  },
}
