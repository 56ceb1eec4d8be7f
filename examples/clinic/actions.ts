/**
 * Postbacks of the buttons. What a person may not invent is signed and bound to that person: appointments, and the ids of bookings. The
 * secret is `POSTBACK_SECRET` of the environment.
 */
import { definePostback } from 'fukidashi'

const signed = {
  sign: (env: { POSTBACK_SECRET: string }) => env.POSTBACK_SECRET,
  bindUser: true,
}

/** Milliseconds for which free appointments and questions can be answered. */
export const soon = 30 * 60_000

export const book = definePostback('book')
export const myBookings = definePostback('mine')
export const hoursAndPlace = definePostback('hours')
export const chooseDoctor = definePostback<{ doctor: string }>('doctor')
/** The event also has the selected date. The doctor is in `ctx.session`. */
export const pickDay = definePostback('day')

/** Takes an appointment, in place of the booking `change` if there is one. */
export const take = definePostback<{ doctor: string; slot: string; change?: string }>('take', {
  ...signed,
  expiresIn: soon,
})
export const change = definePostback<{ id: string }>('change', signed)
export const cancel = definePostback<{ id: string }>('cancel', signed)
export const confirmCancel = definePostback<{ id: string }>('confirm-cancel', {
  ...signed,
  expiresIn: soon,
})
export const keep = definePostback('keep')
