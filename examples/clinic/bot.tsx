/** The bot of the clinic: books, changes and cancels appointments, in the language of the person. */
import type { Store } from 'fukidashi/store'
import { type BotContext, type BotOptions, type ContextOf, createBot } from 'fukidashi/webhook'
import * as actions from './actions.js'
import type { Bookings } from './bookings/bookings.js'
import { dayAt, daysAhead, daysLater, type Doctor, doctorOf, minuteAt, slotsOf } from './clinic.js'
import { BookedCard, HoursAndPlace, MyBookings } from './messages/bookings.js'
import { Doctors, Free } from './messages/doctors.js'
import { AskCancel, AskDay, CancelledText, DayFull, Say, Welcome } from './messages/texts.js'
import { type Conversation, conversations } from './state.js'
import { type ClinicContext, contextOf, localeOf } from './words/index.js'

export interface ClinicOptions extends Omit<BotOptions, 'context' | 'session'> {
  bookings: Bookings
  /** What all processes share: conversations, and without a queue also events that were handled. */
  store: Store
}

/** An event with which a person can be answered. */
type Asked = ContextOf<'postback', Conversation> | ContextOf<'message:text', Conversation>

export function createClinic({ bookings, store, ...options }: ClinicOptions) {
  const bot = createBot({
    // A second run may come after the reply token has expired.
    push: 'late',
    ...options,
    store,
    session: conversations,
    context: async (ctx): Promise<object> => contextOf(localeOf((await ctx.profile())?.language)),
  })
  const localeIn = async (ctx: BotContext) =>
    ((await ctx.context()) as unknown as ClinicContext).locale

  const days = ({ event }: BotContext) => {
    const today = dayAt(event.timestamp)
    return { from: daysLater(today, 1), to: daysLater(today, daysAhead) }
  }

  /** Answers with the free appointments of a day, after a sentence if something went wrong. */
  async function offer(
    ctx: Asked,
    doctor: Doctor,
    day: string,
    change?: string,
    sentence?: 'taken' | 'past',
  ) {
    const taken = await bookings.taken(doctor.id, day)
    const slots = slotsOf(doctor, day, ctx.event.timestamp).filter((slot) => !taken.includes(slot))
    const { userId } = ctx
    const said = sentence === undefined ? [] : [<Say sentence={sentence} isLast={false} />]
    await ctx.session.update(() => ({ doctor: doctor.id, day, change }))
    const props = { doctor, day, days: days(ctx) }
    await ctx.reply([
      ...said,
      slots.length === 0 ? (
        <DayFull {...props} />
      ) : (
        <Free {...props} slots={slots} userId={userId!} change={change} />
      ),
    ])
  }

  let isWarned = false
  /** Shows the rich menu for a person with or without bookings. Its absence does not fail the event. */
  async function showMenu(ctx: BotContext) {
    const own = await bookings.ofPerson(ctx.userId!, minuteAt(ctx.event.timestamp))
    try {
      await ctx.richMenu.show(own.length === 0 ? 'home' : 'booked')
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'alias_missing') throw error
      if (!isWarned) console.warn('The rich menus are not deployed: npx fukidashi rich-menu apply')
      isWarned = true
    }
  }

  /** Books an appointment that was tapped or typed. */
  async function book(ctx: Asked, doctor: Doctor, slot: string, change?: string) {
    const { userId, event } = ctx
    const day = slot.slice(0, 10)
    if (slot <= minuteAt(event.timestamp)) return offer(ctx, doctor, day, change, 'past')
    const locale = await localeIn(ctx)
    const id = event.webhookEventId
    const wish = { id, userId: userId!, locale, doctor: doctor.id, slot, instead: change }
    const result = await bookings.book(wish)
    if (result.outcome === 'taken') return offer(ctx, doctor, day, change, 'taken')
    if (result.outcome === 'gone') {
      await ctx.reply(<Say sentence="gone" />)
      return
    }
    await ctx.reply(<BookedCard booking={result.booking} />)
    // Not before the answer: a second run needs the day of a time that was typed.
    await ctx.session.clear()
    await showMenu(ctx)
  }

  async function listBookings(ctx: Asked) {
    const own = await bookings.ofPerson(ctx.userId!, minuteAt(ctx.event.timestamp))
    await ctx.reply(own.length === 0 ? <Say sentence="none" /> : <MyBookings bookings={own} />)
    await showMenu(ctx)
  }

  bot.on('join', (ctx) => ctx.reply(<Say sentence="groups" isLast={false} />))
  // Bookings are personal: what is said in groups is not for the bot.
  bot.use(({ event, source }, next) =>
    source?.type === 'user' || event.type === 'join' ? next() : undefined,
  )

  bot.on('follow', async (ctx) => {
    const profile = await ctx.profile()
    await ctx.reply(<Welcome name={profile?.displayName} />)
    await showMenu(ctx)
  })
  // The bookings stay: the clinic expects the person. What was said is forgotten.
  bot.on('unfollow', (ctx) => store.forget(ctx.userId))

  bot.on(actions.book, (ctx) => ctx.reply(<Doctors />))
  bot.on(actions.myBookings, listBookings)
  bot.on(actions.hoursAndPlace, (ctx) => ctx.reply(<HoursAndPlace />))

  bot.on(actions.chooseDoctor, async (ctx, { doctor: id }) => {
    const doctor = doctorOf(id)
    if (!doctor) return ctx.reply(<Doctors />)
    await ctx.session.update(() => ({ doctor: id }))
    return ctx.reply(<AskDay doctor={doctor} days={days(ctx)} />)
  })
  bot.on(actions.pickDay, async (ctx) => {
    const { params } = ctx.postback
    const day = params && 'date' in params ? params.date : undefined
    const { doctor: id, change } = await ctx.session.get()
    const doctor = doctorOf(id)
    if (day === undefined || !doctor)
      return ctx.reply([<Say sentence="startAgain" isLast={false} />, <Doctors />])
    return offer(ctx, doctor, day, change)
  })
  bot.on(actions.take, (ctx, { doctor: id, slot, change }) => {
    const doctor = doctorOf(id)
    return doctor ? book(ctx, doctor, slot, change) : ctx.reply(<Doctors />)
  })
  bot.on(actions.change, async (ctx, { id }) => {
    const booking = await bookings.find(ctx.userId!, id)
    const doctor = doctorOf(booking?.doctor)
    if (!booking || !doctor) return ctx.reply(<Say sentence="gone" />)
    await ctx.session.update(() => ({ doctor: doctor.id, change: id }))
    return ctx.reply(<AskDay doctor={doctor} days={days(ctx)} booking={booking} />)
  })
  bot.on(actions.cancel, async (ctx, { id }) => {
    const booking = await bookings.find(ctx.userId!, id)
    return ctx.reply(booking ? <AskCancel booking={booking} /> : <Say sentence="gone" />)
  })
  bot.on(actions.confirmCancel, async (ctx, { id: booking }) => {
    const { webhookEventId: id } = ctx.event
    const result = await bookings.cancel({ id, userId: ctx.userId!, booking })
    if (result.outcome === 'gone') await ctx.reply(<Say sentence="gone" />)
    else await ctx.reply(<CancelledText booking={result.booking} />)
    await showMenu(ctx)
  })
  bot.on(actions.keep, (ctx) => ctx.reply(<Say sentence="kept" />))

  // A tap that a typed postback refused: too old, of another person, or invented.
  bot.on('postback', (ctx) =>
    ctx.reply([
      <Say
        sentence={ctx.postbackRefusal?.reason === 'expired' ? 'expired' : 'refused'}
        isLast={false}
      />,
      <Doctors />,
    ]),
  )

  bot.on(/^(?:book|予約|診療を予約|จอง|จองนัดหมาย)$/i, (ctx) => ctx.reply(<Doctors />))
  bot.on(/^(?:my bookings|予約の確認|นัดหมายของฉัน)$/i, (ctx) => listBookings(ctx))
  // After a doctor and a day were chosen, the time can be typed.
  bot.on(/^(\d{1,2})[:：.](\d\d)$/, async (ctx) => {
    const { doctor: id, day, change } = await ctx.session.get()
    const doctor = doctorOf(id)
    if (!doctor || day === undefined) return ctx.reply(<Say sentence="startAgain" />)
    const slot = `${day}T${ctx.match[1]!.padStart(2, '0')}:${ctx.match[2]}`
    return slotsOf(doctor, day, ctx.event.timestamp).includes(slot)
      ? book(ctx, doctor, slot, change)
      : offer(ctx, doctor, day, change)
  })
  bot.on('message', (ctx) => ctx.reply(<Say sentence="help" />))
  return bot
}
