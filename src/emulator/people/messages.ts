import type { Message } from '../../spec/index.js'
import type { Chat } from '../state/people.js'

/** The messages that the bot sent to a chat. */
export const botMessages = ({ entries }: Chat): Message[] =>
  entries.flatMap(({ from, message }) => (from === 'bot' ? [message as Message] : []))
