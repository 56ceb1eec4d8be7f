/** Names from webhook.yml of github.com/line/line-openapi at 6e4c2a2. Names only. */
import { body } from './body.js'
import { contents } from './contents.js'
import { events } from './events.js'
import type { Fact } from './fact.js'
import { messages } from './messages.js'

export const facts: Record<string, Fact> = { ...body, ...events, ...messages, ...contents }
