/** The doctors, and the free appointments of one of them. */
import { type FC, Flex, Postback } from 'fukidashi'
import * as actions from '../actions.js'
import { type Doctor, doctors, hours } from '../clinic.js'
import type { ClinicContext } from '../words/index.js'
import { type Days, DayPicker } from './texts.js'

const blue = '#0f6f94'
const grey = '#5b6b76'

const DoctorBubble: FC<{ doctor: Doctor }, ClinicContext> = ({ doctor }, { words, nameOf }) => (
  <Flex.Bubble size="kilo">
    <Flex.Hero>
      <Flex.Box
        layout="vertical"
        height="110px"
        justifyContent="center"
        background={
          <Flex.LinearGradient
            angle="160deg"
            startColor={doctor.colors.from}
            endColor={doctor.colors.to}
          />
        }
      >
        <Flex.Text size="5xl" align="center">
          {doctor.face}
        </Flex.Text>
      </Flex.Box>
    </Flex.Hero>
    <Flex.Body spacing="sm">
      <Flex.Text weight="bold" size="lg" wrap>
        {nameOf(doctor)}
      </Flex.Text>
      <Flex.Text size="sm" color={grey} wrap>
        {words.fields[doctor.field]}
      </Flex.Text>
    </Flex.Body>
    <Flex.Footer>
      <Flex.Button style="primary" color={blue} height="sm">
        <Postback
          label={words.choose}
          data={actions.chooseDoctor({ doctor: doctor.id })}
          displayText={nameOf(doctor)}
        />
      </Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>
)

export const Doctors: FC<object, ClinicContext> = (_, { words }) => (
  <Flex.Message altText={words.doctors}>
    <Flex.Carousel>
      {doctors.map((doctor) => (
        <DoctorBubble doctor={doctor} />
      ))}
    </Flex.Carousel>
  </Flex.Message>
)

export interface FreeProps {
  doctor: Doctor
  day: string
  /** Free appointments of that day. */
  slots: readonly string[]
  /** The person who may take one. */
  userId: string
  /** Id of the booking that is changed. */
  change?: string | undefined
  days: Days
}

const Half: FC<{ half: keyof typeof hours } & FreeProps, ClinicContext> = (
  { half, doctor, day, slots, userId, change, days },
  { words, nameOf, dayOf },
) => (
  <Flex.Bubble size="kilo">
    <Flex.Body spacing="sm">
      <Flex.Text size="sm" color={grey} wrap>
        {nameOf(doctor)}
      </Flex.Text>
      <Flex.Text weight="bold" size="lg" wrap>
        {dayOf(day)}
      </Flex.Text>
      <Flex.Text size="sm" color={blue} weight="bold">
        {words[half]}
      </Flex.Text>
      {slots.map((slot) => (
        <Flex.Button style="secondary" height="sm">
          <Postback
            label={slot.slice(11)}
            data={actions.take(
              { doctor: doctor.id, slot, ...(change !== undefined && { change }) },
              { userId },
            )}
            displayText={`${dayOf(day)} ${slot.slice(11)}`}
          />
        </Flex.Button>
      ))}
    </Flex.Body>
    <Flex.Footer>
      <Flex.Button height="sm" color={blue}>
        <DayPicker label={words.otherDay} days={days} />
      </Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>
)

/** Free appointments: one bubble for the morning and one for the afternoon. */
export const Free: FC<FreeProps, ClinicContext> = (props, { words, nameOf, dayOf }) => {
  const halves = (['morning', 'afternoon'] as const).flatMap((half) => {
    const times: readonly string[] = hours[half]
    const slots = props.slots.filter((slot) => times.includes(slot.slice(11)))
    return slots.length === 0 ? [] : [<Half {...props} half={half} slots={slots} />]
  })
  return (
    <Flex.Message altText={words.free(nameOf(props.doctor), dayOf(props.day))}>
      <Flex.Carousel>{halves}</Flex.Carousel>
    </Flex.Message>
  )
}
