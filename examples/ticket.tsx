/** A concert ticket: a Flex bubble with a gradient, columns and the image of a QR code. */
import { Flex, type TextChildren, Uri } from 'fukidashi'

interface Ticket {
  code: string
  artist: string
  venue: string
  day: string
  door: string
  seat: string
}

const Field = ({ name, children }: { name: string; children?: TextChildren }) => (
  <Flex.Box layout="vertical">
    <Flex.Text size="xxs" color="#FFFFFFB3">
      {name}
    </Flex.Text>
    <Flex.Text size="md" weight="bold" color="#FFFFFF" wrap>
      {children}
    </Flex.Text>
  </Flex.Box>
)

export const TicketBubble = ({ code, artist, venue, day, door, seat }: Ticket) => (
  <Flex.Message altText={`チケット：${artist} ${day} ${venue} ${seat}`}>
    <Flex.Bubble>
      <Flex.Body spacing="lg" paddingAll="xl">
        <Flex.LinearGradient angle="135deg" startColor="#27236B" endColor="#C2185B" />
        <Flex.Text size="xxl" weight="bold" color="#FFFFFF" wrap>
          {artist}
        </Flex.Text>
        <Field name="VENUE 会場">{venue}</Field>
        <Flex.Box layout="horizontal" spacing="md">
          <Field name="DAY 公演日">{day}</Field>
          <Field name="DOOR 開場">{door}</Field>
          <Field name="SEAT 座席">{seat}</Field>
        </Flex.Box>
        <Flex.Box layout="vertical" backgroundColor="#FFFFFF" cornerRadius="lg" paddingAll="lg">
          <Flex.Image url={`https://example.com/tickets/${code}.png`} size="lg" aspectRatio="1:1" />
          <Flex.Text size="xs" color="#888888" align="center" margin="md">
            {code}
          </Flex.Text>
        </Flex.Box>
      </Flex.Body>
      <Flex.Footer>
        <Flex.Button>
          <Uri label="会場への行き方" uri="https://example.com/venues/hall-a" />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  </Flex.Message>
)

export default (
  <TicketBubble
    code="TKT-7F3K-22"
    artist="Aki & The Teapots"
    venue="横浜ホールA"
    day="11月22日"
    door="17:30"
    seat="B列 14"
  />
)
