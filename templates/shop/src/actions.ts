/** What the buttons send. The handlers of the bot get the same data, with its type. */
import { definePostback } from 'fukidashi'

export const buy = definePostback<{ id: string }>('buy')
export const order = definePostback<{ id: string }>('order')
export const cancel = definePostback('cancel')
