/** What buttons of the shop do: each carries typed data, which the bot's handlers get back. */
import { definePostback } from 'fukidashi'

export const add = definePostback<{ id: string }>('add')
export const order = definePostback('order')
export const empty = definePostback('empty')
/** Comes back with the time that was picked. */
export const pickUp = definePostback('pick-up')
