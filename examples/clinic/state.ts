/** What the bot remembers of a conversation: `ctx.session`, in the store that all processes share. */
import { session, type SessionOf } from 'fukidashi/session'
import * as z from 'zod/mini'

export const conversations = session({
  schema: z.object({
    /** Id of the doctor that the person has chosen. */
    doctor: z.optional(z.string()),
    /** Day that the person has chosen, such as `2026-12-01`. */
    day: z.optional(z.string()),
    /** Id of the booking that is changed. */
    change: z.optional(z.string()),
  }),
  // An hour after its last step, a conversation is forgotten.
  ttl: 60 * 60_000,
})

/** Type of `ctx.session`. */
export type Conversation = SessionOf<typeof conversations>
