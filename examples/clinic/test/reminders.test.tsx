/** Reminders of the day before. */
import { afterEach, expect, it, vi } from 'vitest'
import { remind } from '../reminders.js'
import { asksForFree, clinicScene, flex } from './support.js'

afterEach(() => vi.restoreAllMocks())

/** Aki has booked an appointment on Monday. It is Sunday, six o'clock in the evening. */
async function sunday() {
  const scene = await clinicScene()
  const aki = scene.person('Aki', 'th')
  await asksForFree(aki, 'th')
  await aki.taps('09:30')
  scene.clock.advance(33 * 3_600_000)
  const run = () => remind(scene.bookings, scene.line.client(), scene.clock.now())
  return { ...scene, aki, run }
}

it('reminds a person on the day before, in their language', async () => {
  const { aki, run } = await sunday()
  expect(await run()).toEqual({ sent: 1, repeated: 0, failed: 0 })
  expect(aki).toHaveBeenPushed(flex('นัดหมายพรุ่งนี้: จันทร์ 3 ส.ค. 09:30'))
  await aki.taps('ยกเลิก')
  expect(aki.messages.at(-1)).toMatchObject({ type: 'template' })
})

it('reminds once when it runs again, and when two machines run at once', async () => {
  const { aki, run } = await sunday()
  const both = await Promise.all([run(), run()])
  expect(both.map(({ sent }) => sent).sort()).toEqual([0, 1])
  expect(await run()).toEqual({ sent: 0, repeated: 1, failed: 0 })
  expect(aki.chat.filter((entry) => entry.from === 'bot' && entry.via === 'push')).toHaveLength(1)
})

it('sends no reminder two days before, or of a cancelled appointment', async () => {
  const { aki, run, bookings, line, clock } = await sunday()
  const early = await remind(bookings, line.client(), clock.now() - 86_400_000)
  expect(early).toEqual({ sent: 0, repeated: 0, failed: 0 })
  await aki.taps('ยกเลิก')
  await aki.taps('ใช่ ยกเลิก')
  expect(await run()).toEqual({ sent: 0, repeated: 0, failed: 0 })
})

it('reminds of the new day when an appointment was changed', async () => {
  const { aki, run } = await sunday()
  await aki.taps('เปลี่ยน')
  await aki.taps('เลือกวัน', { pick: '2026-08-03' })
  await aki.taps('14:00')
  expect(await run()).toEqual({ sent: 1, repeated: 0, failed: 0 })
  expect(aki).toHaveBeenPushed(flex('นัดหมายพรุ่งนี้: จันทร์ 3 ส.ค. 14:00'))
})

it('reminds the others when one person has blocked the bot or LINE refuses one push', async () => {
  const { aki, run, line, person } = await sunday()
  const ken = person('Ken')
  await asksForFree(ken)
  await ken.taps('10:00')
  await aki.blocks()
  const errors = vi.spyOn(console, 'error').mockReturnValue(undefined)
  line.fault({ operation: 'pushMessage', status: 400 })
  expect(await run()).toEqual({ sent: 1, repeated: 0, failed: 1 })
  expect(ken).toHaveBeenPushed(flex('Tomorrow: Mon, Aug 3 10:00'))
  expect(errors).toHaveBeenCalledOnce()
  expect(String(errors.mock.calls[0])).not.toContain('09:30')
  // LINE accepts a push to a person who has blocked the bot, and does not deliver it.
  expect(await run()).toEqual({ sent: 1, repeated: 1, failed: 0 })
  expect(aki.chat.filter((entry) => entry.from === 'bot' && entry.via === 'push')).toEqual([])
})
