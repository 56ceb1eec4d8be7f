/** The contexts (second arguments of components) that the bot made, so that tests can render what they expect in the same way. */

/** The event of a handler, as far as it names a chat. */
interface ContextSource {
  event: { source?: { userId?: string; groupId?: string; roomId?: string } | undefined }
}

export class Contexts {
  /** Whether the bot has an option `context`; `undefined` if it is not made by `createBot`. */
  isMade: boolean | undefined
  readonly #byChat = new Map<string, object>()

  /** Wraps the option `context` of a bot: contexts are remembered by chat. */
  wrap = <Make>(make: Make): Make => {
    this.isMade = typeof make === 'function'
    if (typeof make !== 'function') return make
    const own = make as unknown as (ctx: ContextSource) => unknown
    const wrapped = async (ctx: ContextSource): Promise<object> => {
      const context = (await own(ctx)) as object
      const { source } = ctx.event
      const chatId = source?.groupId ?? source?.roomId ?? source?.userId
      if (chatId !== undefined) this.#byChat.set(chatId, context)
      return context
    }
    return wrapped as Make
  }

  /** The last context of a chat; `undefined` if it is not known. */
  of(chatId: string): object | undefined {
    return this.isMade === false ? {} : this.#byChat.get(chatId)
  }

  clear(): void {
    this.#byChat.clear()
  }
}
