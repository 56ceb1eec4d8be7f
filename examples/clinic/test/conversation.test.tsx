/** Talks with the clinic, as people do. */
import { describe, expect, it } from 'vitest'
import type { Booking } from '../bookings/bookings.js'
import { doctors } from '../clinic.js'
import { Doctors } from '../messages/doctors.js'
import { CancelledText, DayFull, Say, Welcome } from '../messages/texts.js'
import { contextOf, locales } from '../words/index.js'
import { asksForFree, clinicScene, flex, type Scene, monday } from './support.js'

const sato = doctors[0]!
const slot = (time: string, day = monday) => `${day}T${time}`
const ofDay = async ({ bookings }: Scene, day = monday) =>
  (await bookings.onDay(day)).map(({ slot, userId }) => ({ slot, userId }))

describe.each(locales)('in %s, a person', (locale) => {
  const { words } = contextOf(locale)

  it('books, changes and cancels an appointment', async () => {
    const scene = await clinicScene({ menus: true })
    const aki = scene.line.user('Aki', { language: locale, friend: false })
    await aki.follows()
    expect(aki).toHaveReceived(<Welcome name="Aki" />)
    expect(aki).toHaveRichMenu(locale === 'en' ? 'home' : `home-${locale}`)

    await aki.taps({ area: 0, in: 'richMenu' })
    expect(aki).toHaveReceived(<Doctors />)
    await aki.taps(words.choose)
    await aki.taps(words.pickDay, { pick: monday })
    await aki.taps('10:30')
    const [booked] = await scene.bookings.onDay(monday)
    expect(booked).toMatchObject({ userId: aki.id, locale, doctor: 'sato', slot: slot('10:30') })
    expect(aki).toHaveRichMenu(locale === 'en' ? 'booked' : `booked-${locale}`)

    await aki.taps({ area: 0, in: 'richMenu' })
    await aki.taps(words.change)
    await aki.taps(words.pickDay, { pick: '2026-08-04' })
    await aki.taps('14:00')
    expect(await ofDay(scene)).toEqual([])
    const moved = { slot: slot('14:00', '2026-08-04'), userId: aki.id }
    expect(await ofDay(scene, '2026-08-04')).toEqual([moved])

    const [booking] = await scene.bookings.onDay('2026-08-04')
    await aki.taps(words.cancel)
    await aki.taps(words.yes)
    expect(aki).toHaveReceived(<CancelledText booking={booking!} />)
    expect(await ofDay(scene, '2026-08-04')).toEqual([])
    expect(aki).toHaveRichMenu(locale === 'en' ? 'home' : `home-${locale}`)
    expect(scene.line.failures).toEqual([])
  })
})

/** Data of the first button of this kind in a message. */
const dataOf = (message: unknown, name: string): string =>
  new RegExp(`${name}:[^"]*`).exec(JSON.stringify(message))![0]

const booking = async (scene: Scene): Promise<Booking> => (await scene.bookings.onDay(monday))[0]!

describe('an appointment', () => {
  it('is booked once when its button is tapped twice', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await Promise.all([aki.taps('09:30'), aki.taps('09:30')])
    expect(await ofDay(scene)).toEqual([{ slot: slot('09:30'), userId: aki.id }])
    const card = flex('Your appointment: Mon, Aug 3 09:30')
    expect(aki).toHaveReceived([card, card])
  })

  it('is booked once when LINE delivers the tap again', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.taps('09:30')
    await scene.line.redeliver()
    expect(await ofDay(scene)).toHaveLength(1)
  })

  it('goes to one of two people, and the other is offered others', async () => {
    const scene = await clinicScene()
    const [aki, ken] = [scene.person('Aki'), scene.person('Ken')]
    await asksForFree(aki)
    await asksForFree(ken)
    await Promise.all([aki.taps('09:30'), ken.taps('09:30')])
    const all = await ofDay(scene)
    expect(all).toHaveLength(1)
    const other = all[0]!.userId === aki.id ? ken : aki
    const offered = flex('Free appointments with Dr. Sato on Mon, Aug 3')
    expect(other).toHaveReceived([<Say sentence="taken" isLast={false} />, offered])
    expect(JSON.stringify(other.messages.at(-1))).not.toContain('"09:30"')
    await other.taps('10:00')
    expect((await ofDay(scene)).map((one) => one.slot)).toEqual([slot('09:30'), slot('10:00')])
  })

  it('can be typed after the doctor and the day were chosen', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.says('9:30')
    expect(await ofDay(scene)).toEqual([{ slot: slot('09:30'), userId: aki.id }])
    await aki.says('10:00')
    expect(aki).toHaveReceived(<Say sentence="startAgain" />)
  })

  it('is not booked at a time that the clinic does not have', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.says('12:30')
    expect(await ofDay(scene)).toEqual([])
    const offered = flex('Free appointments with Dr. Sato on Mon, Aug 3')
    expect(aki).toHaveReceived([offered, offered])
  })

  it('can be chosen on another day when the doctor is away', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki, 'en', '2026-08-02')
    const days = { from: '2026-08-02', to: '2026-09-30' }
    expect(aki).toHaveReceived(<DayFull doctor={sato} day="2026-08-02" days={days} />)
    await aki.taps('Another day', { pick: monday })
    await aki.taps('09:00')
    expect(await ofDay(scene)).toHaveLength(1)
  })
})

describe('a button', () => {
  it('that is too old books nothing', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    scene.clock.advance(31 * 60_000)
    await aki.taps('09:30')
    expect(aki).toHaveReceived([<Say sentence="expired" isLast={false} />, <Doctors />])
    expect(await ofDay(scene)).toEqual([])
  })

  it('that was invented books nothing', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    const genuine = dataOf(aki.messages.at(-1), 'take')
    const data = genuine.replace(monday, '2026-08-10')
    await aki.taps({ type: 'postback', label: 'x', data })
    expect(data).not.toBe(genuine)
    expect(aki).toHaveReceived([<Say sentence="refused" isLast={false} />, <Doctors />])
    expect(await ofDay(scene, '2026-08-10')).toEqual([])
  })

  it.each(['change', 'cancel'])('of another person does not %s their booking', async (name) => {
    const scene = await clinicScene()
    const [aki, ken] = [scene.person('Aki'), scene.person('Ken')]
    await asksForFree(aki)
    await aki.taps('09:30')
    const data = dataOf(aki.messages.at(-1), name)
    await ken.taps({ type: 'postback', label: 'x', data })
    expect(ken).toHaveReceived([<Say sentence="refused" isLast={false} />, <Doctors />])
    expect(await ofDay(scene)).toHaveLength(1)
  })

  it('of a day is answered with the doctors when the conversation is forgotten', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await aki.says('book')
    await aki.taps('Choose')
    scene.clock.advance(61 * 60_000)
    await aki.taps('Choose a day', { pick: monday })
    expect(aki).toHaveReceived([<Say sentence="startAgain" isLast={false} />, <Doctors />])
  })
})

describe('a conversation', () => {
  it('is kept for an hour after its last step, even if that changes nothing', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    scene.clock.advance(59 * 60_000)
    await aki.taps('Another day', { pick: monday })
    scene.clock.advance(59 * 60_000)
    await aki.says('9:30')
    expect(await ofDay(scene)).toEqual([{ slot: slot('09:30'), userId: aki.id }])
  })

  it('begins again, without the day and the booking of the old one, when a doctor is chosen', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.taps('09:30')
    await aki.taps('Change')
    await aki.taps('Choose a day', { pick: monday })
    await aki.says('book')
    await aki.taps('Choose')
    await aki.says('10:00')
    expect(aki).toHaveReceived(<Say sentence="startAgain" />)
    await aki.taps('Choose a day', { pick: monday })
    await aki.says('10:00')
    expect((await ofDay(scene)).map((one) => one.slot)).toEqual([slot('09:30'), slot('10:00')])
  })

  it('is forgotten when the person blocks the bot', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.blocks()
    await aki.follows()
    await aki.says('9:30')
    expect(aki).toHaveReceived(<Say sentence="startAgain" />)
    expect(await ofDay(scene)).toEqual([])
  })
})

describe('a booking', () => {
  it('is cancelled once', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.taps('09:30')
    const first = await booking(scene)
    await aki.taps('Cancel')
    await aki.taps('Yes, cancel it')
    await aki.taps('Yes, cancel it')
    expect(aki).toHaveReceived(<CancelledText booking={first} />)
    expect(aki).toHaveReceived(<Say sentence="gone" />)
    await aki.taps('My bookings')
    expect(aki).toHaveReceived(<Say sentence="none" />)
  })

  it('stays when the person does not want to cancel it', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.taps('09:30')
    await aki.taps('Cancel')
    await aki.taps('No, keep it')
    expect(await ofDay(scene)).toHaveLength(1)
    await aki.says('my bookings')
    expect(aki).toHaveReceived(flex('Your appointments'))
  })

  it('that was cancelled meanwhile is not changed, and nothing else is booked', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.taps('09:30')
    const { id } = await booking(scene)
    await aki.taps('Change')
    await aki.taps('Choose a day', { pick: monday })
    await scene.bookings.cancel({ id: 'by phone', userId: aki.id, booking: id })
    await aki.taps('10:00')
    expect(aki).toHaveReceived(<Say sentence="gone" />)
    expect(await ofDay(scene)).toEqual([])
  })

  it('stays when the person blocks the bot', async () => {
    const scene = await clinicScene()
    const aki = scene.person('Aki')
    await asksForFree(aki)
    await aki.taps('09:30')
    await aki.blocks()
    expect(await ofDay(scene)).toHaveLength(1)
  })
})

it('says in a group that bookings are personal, and is silent there', async () => {
  const { line, person } = await clinicScene()
  const aki = person('Aki')
  const team = line.group('Team', [aki])
  await team.removesBot()
  await team.invitesBot()
  expect(team).toHaveReceived(<Say sentence="groups" isLast={false} />)
  await aki.says('book', { in: team })
  expect(team.messages).toHaveLength(1)
})
