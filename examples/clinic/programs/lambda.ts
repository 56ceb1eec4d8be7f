/**
 * The clinic on AWS Lambda: handlers run in the function that receives the webhook, with bookings and the store in PostgreSQL. A worker needs a
 * process that lives, so there is none here.
 */
import { LineClient } from 'fukidashi/client'
import { toLambda } from 'fukidashi/webhook'
import { createClinic } from '../bot.js'
import { remind } from '../reminders.js'
import { openClinic } from './connect.js'

const clinic = openClinic()

/** LINE's webhooks. */
export const handler = toLambda(createClinic(clinic))

/** Each evening, see template.yaml. */
export const reminders = () => remind(clinic.bookings, new LineClient())
