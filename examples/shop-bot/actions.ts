/** Typed postbacks of the shop's buttons. The bot's handlers receive their data. */
import { definePostback } from 'fukidashi'

export const add = definePostback<{ id: string }>('add')
export const order = definePostback('order')
export const empty = definePostback('empty')
/** The event also has the selected time. */
export const pickUp = definePostback('pick-up')
