/** Reminds people of their appointments of the next day. Run it each evening, on any number of machines. */
import { LineClient } from 'fukidashi/client'
import { remind } from '../reminders.js'
import { closeAll, openClinic } from './connect.js'

const { sent, repeated, failed } = await remind(openClinic().bookings, new LineClient())
await closeAll()
console.log(`${sent} sent, ${repeated} sent before, ${failed} failed`)
if (failed > 0) process.exitCode = 1
