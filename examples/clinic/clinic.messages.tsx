/** All messages of the clinic with sample data. They are looked at, and tested, in each language. */
import type { Booking } from './bookings/bookings.js'
import { catalog } from './catalog.js'
import { doctors, slotsOf } from './clinic.js'
import { BookedCard, HoursAndPlace, MyBookings, Reminder } from './messages/bookings.js'
import { Doctors, Free } from './messages/doctors.js'
import menus from './rich-menu.js'
import { AskCancel, AskDay, CancelledText, DayFull, Say, Welcome } from './messages/texts.js'

// The buttons are signed. These are not sent.
process.env['POSTBACK_SECRET'] ??= 'only for development'

const endpoint = 'reply'
const userId = `U${'1'.repeat(32)}`
const [sato, somchai] = doctors as [(typeof doctors)[0], (typeof doctors)[0]]
const day = '2030-12-02'
const days = { from: '2030-12-01', to: '2031-01-29' }
const booking: Booking = {
  id: '01JDXG5Q0000000000000000A1',
  userId,
  locale: 'ja',
  doctor: 'somchai',
  slot: `${day}T09:30`,
}
const bookings = [booking, { ...booking, doctor: 'sato', slot: '2030-12-27T16:30' }]
const slots = slotsOf(sato, day, Date.parse('2030-12-01'))

const welcome = catalog.component(Welcome, { title: 'Texts/Welcome', endpoint })
export const WelcomeAki = welcome.story({ props: { name: 'Aki' } })
export const WelcomeLongest = welcome.story({ props: { name: 'x'.repeat(20) } })

const say = catalog.component(Say, { title: 'Texts/Sentence', endpoint })
export const Help = say.story({ props: { sentence: 'help' } })
export const None = say.story({ props: { sentence: 'none' } })
export const Gone = say.story({ props: { sentence: 'gone' } })
export const Kept = say.story({ props: { sentence: 'kept' } })
export const Taken = say.story({ props: { sentence: 'taken' } })
export const Past = say.story({ props: { sentence: 'past' } })
export const StartAgain = say.story({ props: { sentence: 'startAgain' } })
export const Expired = say.story({ props: { sentence: 'expired' } })
export const Refused = say.story({ props: { sentence: 'refused' } })
export const Groups = say.story({ props: { sentence: 'groups' } })

export const AllDoctors = catalog.component(Doctors, { title: 'Book/Doctors', endpoint }).story()

const askDay = catalog.component(AskDay, { title: 'Book/Day', endpoint })
export const FirstDay = askDay.story({ props: { doctor: somchai, days } })
export const NewDay = askDay.story({ props: { doctor: somchai, days, booking } })

const free = catalog.component(Free, { title: 'Book/Free', endpoint })
export const WholeDay = free.story({ props: { doctor: sato, day, slots, userId, days } })
export const OneLeft = free.story({
  props: { doctor: sato, day, slots: slots.slice(-1), userId, days, change: booking.id },
})
export const Full = catalog
  .component(DayFull, { title: 'Book/Full', endpoint })
  .story({ props: { doctor: somchai, day, days } })

export const Booked = catalog
  .component(BookedCard, { title: 'Bookings/Booked', endpoint })
  .story({ props: { booking } })
export const Mine = catalog
  .component(MyBookings, { title: 'Bookings/Mine', endpoint })
  .story({ props: { bookings } })
export const Tomorrow = catalog
  .component(Reminder, { title: 'Bookings/Reminder', endpoint: 'push' })
  .story({ props: { booking } })

export const Really = catalog
  .component(AskCancel, { title: 'Cancel/Question', endpoint })
  .story({ props: { booking } })
export const Cancelled = catalog
  .component(CancelledText, { title: 'Cancel/Done', endpoint })
  .story({ props: { booking } })

export const Hours = catalog.component(HoursAndPlace, { title: 'Texts/Hours', endpoint }).story()

export const menuStories = catalog.richMenus(menus, { title: 'Menus' })
