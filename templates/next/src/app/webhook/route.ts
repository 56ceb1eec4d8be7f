/** LINE posts webhooks to /webhook. */
import { bot } from '../../bot'

export const POST = bot.fetch
