/** Cards of bookings: after booking, in “my bookings”, and as a reminder. */
import { type FC, Flex, Postback, Uri } from 'fukidashi'
import * as actions from '../actions.js'
import type { Booking } from '../bookings/bookings.js'
import { doctorOf } from '../clinic.js'
import type { ClinicContext } from '../words/index.js'

const blue = '#0f6f94'
const grey = '#5b6b76'

interface CardProps {
  booking: Booking
  title: string
  /** A sentence below. */
  note?: string
}

const Card: FC<CardProps, ClinicContext> = (
  { booking: { id, userId, doctor, slot }, title, note },
  { words, dayOf, nameOf },
) => {
  const who = doctorOf(doctor)!
  return (
    <Flex.Bubble size="kilo">
      <Flex.Header backgroundColor={blue}>
        <Flex.Text weight="bold" color="#ffffff" wrap>
          {title}
        </Flex.Text>
      </Flex.Header>
      <Flex.Body spacing="sm">
        <Flex.Text weight="bold" size="xl" wrap>
          {dayOf(slot.slice(0, 10))}
        </Flex.Text>
        <Flex.Text weight="bold" size="xxl" color={blue}>
          {slot.slice(11)}
        </Flex.Text>
        <Flex.Text size="sm" color={grey} wrap>
          {`${nameOf(who)} · ${words.fields[who.field]}`}
        </Flex.Text>
        {note !== undefined && (
          <Flex.Text size="sm" color={grey} wrap margin="md">
            {note}
          </Flex.Text>
        )}
      </Flex.Body>
      <Flex.Footer layout="horizontal" spacing="sm">
        <Flex.Button style="secondary" height="sm">
          <Postback
            label={words.change}
            data={actions.change({ id }, { userId })}
            displayText={words.change}
          />
        </Flex.Button>
        <Flex.Button style="link" height="sm" color="#b42318">
          <Postback
            label={words.cancel}
            data={actions.cancel({ id }, { userId })}
            displayText={words.cancel}
          />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  )
}

export const BookedCard: FC<{ booking: Booking }, ClinicContext> = (
  { booking },
  { words, whenOf },
) => (
  <Flex.Message altText={`${words.booked}: ${whenOf(booking.slot)}`}>
    <Card booking={booking} title={words.booked} />
  </Flex.Message>
)

/** Largest number of bookings in one message, as a carousel permits. */
const most = 12

export const MyBookings: FC<{ bookings: readonly Booking[] }, ClinicContext> = (
  { bookings },
  { words },
) => (
  <Flex.Message altText={words.bookings}>
    <Flex.Carousel>
      {bookings.slice(0, most).map((booking) => (
        <Card booking={booking} title={words.booked} />
      ))}
    </Flex.Carousel>
  </Flex.Message>
)

/** The day before. */
export const Reminder: FC<{ booking: Booking }, ClinicContext> = (
  { booking },
  { words, whenOf },
) => (
  <Flex.Message altText={`${words.reminder}: ${whenOf(booking.slot)}`}>
    <Card booking={booking} title={`${words.clinic}: ${words.reminder}`} note={words.remind} />
  </Flex.Message>
)

export const HoursAndPlace: FC<object, ClinicContext> = (_, { words }) => (
  <Flex.Message altText={words.hours}>
    <Flex.Bubble>
      <Flex.Body spacing="md">
        <Flex.Text weight="bold" size="lg" wrap>
          {words.clinic}
        </Flex.Text>
        <Flex.Text size="sm" color={grey} wrap>
          {words.open}
        </Flex.Text>
      </Flex.Body>
      <Flex.Footer>
        <Flex.Button style="link" height="sm">
          <Uri label={words.call} uri="tel:+81300000000" />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  </Flex.Message>
)
