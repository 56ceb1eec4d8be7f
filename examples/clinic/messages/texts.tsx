/** Messages without a table: the welcome, the questions, and the answers in one sentence. */
import { Buttons, Confirm, DatetimePicker, type FC, Postback, QuickReply, Text } from 'fukidashi'
import * as actions from '../actions.js'
import type { Booking } from '../bookings/bookings.js'
import { type Doctor, doctorOf } from '../clinic.js'
import type { ClinicContext, Words } from '../words/index.js'

const Choices: FC<object, ClinicContext> = (_, { words }) => (
  <QuickReply>
    <Postback label={words.book} data={actions.book()} displayText={words.book} />
    <Postback label={words.mine} data={actions.myBookings()} displayText={words.mine} />
    <Postback label={words.hours} data={actions.hoursAndPlace()} displayText={words.hours} />
  </QuickReply>
)

export const Welcome: FC<{ name?: string | undefined }, ClinicContext> = ({ name }, { words }) => (
  <Text>
    {words.welcome(name)}
    <Choices />
  </Text>
)

/** Names of words that are one sentence. */
export type Sentence = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]

/** A sentence, and what can be done next, unless another message follows. */
export const Say: FC<{ sentence: Sentence; isLast?: boolean }, ClinicContext> = (
  { sentence, isLast = true },
  { words },
) => (
  <Text>
    {words[sentence]}
    {isLast && <Choices />}
  </Text>
)

export const CancelledText: FC<{ booking: Booking }, ClinicContext> = (
  { booking },
  { words, whenOf },
) => (
  <Text>
    {words.cancelled(whenOf(booking.slot))}
    <Choices />
  </Text>
)

/** First and last day that can be chosen. */
export interface Days {
  from: string
  to: string
}

/** Asks for a day: for a first appointment, or for another one in place of `booking`. */
export const AskDay: FC<
  { doctor: Doctor; days: Days; booking?: Booking | undefined },
  ClinicContext
> = ({ doctor, days, booking }, { words, nameOf, whenOf }) => {
  const text = booking ? words.askNewDay(whenOf(booking.slot)) : words.askDay(nameOf(doctor))
  return (
    <Buttons altText={text}>
      {text}
      <DayPicker label={words.pickDay} days={days} />
    </Buttons>
  )
}

export const DayPicker = ({ label, days: { from, to } }: { label: string; days: Days }) => (
  <DatetimePicker
    label={label}
    data={actions.pickDay()}
    mode="date"
    initial={from}
    min={from}
    max={to}
  />
)

export const DayFull: FC<{ doctor: Doctor; day: string; days: Days }, ClinicContext> = (
  { doctor, day, days },
  { words, nameOf, dayOf },
) => {
  const text = words.full(nameOf(doctor), dayOf(day))
  return (
    <Buttons altText={text}>
      {text}
      <DayPicker label={words.otherDay} days={days} />
    </Buttons>
  )
}

export const AskCancel: FC<{ booking: Booking }, ClinicContext> = (
  { booking: { id, userId, slot, doctor } },
  { words, whenOf, nameOf },
) => {
  const text = `${words.askCancel(whenOf(slot))}\n${nameOf(doctorOf(doctor)!)}`
  return (
    <Confirm altText={text}>
      {text}
      <Postback
        label={words.yes}
        data={actions.confirmCancel({ id }, { userId })}
        displayText={words.yes}
      />
      <Postback label={words.no} data={actions.keep()} displayText={words.no} />
    </Confirm>
  )
}
