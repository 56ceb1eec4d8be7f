/** What the bot knows of a conversation: the doctor and the day that a person has chosen, and the booking that is changed. */
import type { Store } from 'fukidashi/store'
import type { BotContext } from 'fukidashi/webhook'

export interface State {
  doctor?: string
  day?: string
  /** Id of the booking that is changed. */
  change?: string | undefined
}

/** Milliseconds after which a conversation is forgotten. */
const ttl = 60 * 60_000

/** The states of conversations, in a store that all processes share. */
export function statesIn(store: Store) {
  const keyOf = ({ destination, userId }: BotContext) => `clinic:${destination}:${userId}`
  return {
    get: async (ctx: BotContext): Promise<State> =>
      ((await store.get(keyOf(ctx)))?.value as State | undefined) ?? {},
    set: async (ctx: BotContext, state: State): Promise<void> => {
      await store.set(keyOf(ctx), state, { ttl, userId: ctx.userId })
    },
    clear: (ctx: BotContext) => store.delete(keyOf(ctx)),
  }
}
