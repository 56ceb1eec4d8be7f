/** Checks the parts of a message that depend on its chat: quotes and mentions. */
import type { Message } from '../../spec/index.js'
import { refusal } from '../api/answer.js'
import { sentences } from '../api/sentences.js'
import type { Chat } from '../state/people.js'
import type { World } from '../state/world.js'

/** @throws {Refusal} 400 for a quote of another chat, or a mention of a person who is not in it. */
export function checkTargets(world: World, chat: Chat, messages: readonly Message[]): void {
  messages.forEach((message, index) => {
    const { quoteToken } = message as { quoteToken?: string }
    if (quoteToken !== undefined && world.quoted(quoteToken)?.chat !== chat)
      throw refusal(400, sentences.invalidMessage(index), [
        { message: sentences.invalidQuoteToken, property: 'quoteToken' },
      ])
    if (message.type !== 'textV2') return
    for (const part of Object.values(message.substitution ?? {}))
      if (
        part.type === 'mention' &&
        part.mentionee.type === 'user' &&
        !chat.members.includes(part.mentionee.userId)
      )
        throw refusal(400, sentences.invalidMessage(index), [
          { message: sentences.mentioneeOutside, property: 'substitution' },
        ])
  })
}
