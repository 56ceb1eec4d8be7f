/** All messages of the shop. */
import {
  Buttons,
  Confirm,
  DatetimePicker,
  Flex,
  Location,
  LocationAction,
  MessageAction,
  Postback,
  QuickReply,
  Sticker,
  Text,
  Uri,
} from 'fukidashi'
import { add, empty, order, pickUp } from './actions.js'
import { type Sum, type Tea, yen } from './goods.js'

const Choices = () => (
  <QuickReply>
    <MessageAction label="🍵 Teas" text="teas" />
    <MessageAction label="🧺 Basket" text="basket" />
    <MessageAction label="🕙 Hours" text="hours" />
    <LocationAction label="Where am I?" />
  </QuickReply>
)

export const Welcome = ({ name }: { name?: string | undefined }) => (
  <>
    <Sticker packageId="446" stickerId="1988" />
    <Text>
      Welcome to the tea shop{name ? `, ${name}` : ''}! Have a look around.
      <Choices />
    </Text>
  </>
)

export const Help = ({ said }: { said?: string | undefined }) => (
  <Text>
    {said ? `I do not know “${said.slice(0, 60)}” yet. ` : ''}What would you like?
    <Choices />
  </Text>
)

const TeaBubble = ({ tea }: { tea: Tea }) => (
  <Flex.Bubble size="kilo">
    <Flex.Hero>
      <Flex.Box
        layout="vertical"
        height="120px"
        justifyContent="center"
        background={
          <Flex.LinearGradient
            angle="160deg"
            startColor={tea.colors.from}
            endColor={tea.colors.to}
          />
        }
      >
        <Flex.Text size="5xl" align="center">
          {tea.face}
        </Flex.Text>
      </Flex.Box>
    </Flex.Hero>
    <Flex.Body spacing="sm">
      <Flex.Box layout="baseline">
        <Flex.Text weight="bold" size="lg">
          {tea.name}
        </Flex.Text>
        <Flex.Text weight="bold" align="end" color="#1a7f4b">
          {yen(tea.price)}
        </Flex.Text>
      </Flex.Box>
      <Flex.Text size="sm" color="#667085" wrap>
        {tea.about}
      </Flex.Text>
    </Flex.Body>
    <Flex.Footer>
      <Flex.Button style="primary" color="#1a7f4b" height="sm">
        <Postback
          label={`Add ${tea.name}`}
          data={add({ id: tea.id })}
          displayText={`${tea.name}, please`}
        />
      </Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>
)

export const Teas = ({ teas }: { teas: readonly Tea[] }) => (
  <Flex.Message altText={`Our teas: ${teas.map(({ name }) => name).join(', ')}`}>
    <Flex.Carousel>
      {teas.map((tea) => (
        <TeaBubble tea={tea} />
      ))}
    </Flex.Carousel>
  </Flex.Message>
)

export const Added = ({ tea, sum: { count, total } }: { tea: Tea; sum: Sum }) => (
  <Buttons altText={`${tea.name} is in your basket`} title={`${tea.face} ${tea.name}`}>
    {`is in your basket: ${count} ${count === 1 ? 'bag' : 'bags'}, ${yen(total)}`}
    <MessageAction label="Check out" text="basket" />
    <MessageAction label="More teas" text="teas" />
  </Buttons>
)

export const AskOrder = ({ sum: { lines, total } }: { sum: Sum }) => (
  <Confirm altText={`Order for ${yen(total)}?`}>
    {`${lines.map(({ name, count }) => `${count} × ${name}`).join(', ')}\nOrder for ${yen(total)}?`}
    <Postback label="Order" data={order()} displayText="I take it all" />
    <Postback label="Empty" data={empty()} displayText="Rather not" />
  </Confirm>
)

export const AskTime = ({ from }: { from: string }) => (
  <Buttons altText="When will you come?">
    When will you pick it up? We are here from 10 to 19 o'clock.
    <DatetimePicker
      label="Choose a time"
      mode="datetime"
      data={pickUp()}
      initial={from}
      min={from}
    />
  </Buttons>
)

export const Receipt = ({ sum: { lines, total }, at }: { sum: Sum; at: string }) => (
  <Flex.Message altText={`Receipt: ${yen(total)}`}>
    <Flex.Bubble styles={{ footer: { separator: true } }}>
      <Flex.Body spacing="md">
        <Flex.Text weight="bold" color="#1a7f4b" size="sm">
          RECEIPT
        </Flex.Text>
        <Flex.Text weight="bold" size="xxl">
          Tea shop
        </Flex.Text>
        <Flex.Text size="xs" color="#667085">
          Ready on {at.replace('T', ' at ')}
        </Flex.Text>
        <Flex.Separator margin="lg" />
        {lines.map(({ name, count, price }) => (
          <Flex.Box layout="horizontal">
            <Flex.Text size="sm" color="#555555" flex={3}>
              {count} × {name}
            </Flex.Text>
            <Flex.Text size="sm" align="end" flex={2}>
              {yen(price)}
            </Flex.Text>
          </Flex.Box>
        ))}
        <Flex.Separator margin="lg" />
        <Flex.Box layout="horizontal">
          <Flex.Text weight="bold">Total</Flex.Text>
          <Flex.Text weight="bold" align="end">
            {yen(total)}
          </Flex.Text>
        </Flex.Box>
      </Flex.Body>
      <Flex.Footer>
        <Flex.Button height="sm">
          <Uri label="See the order" uri="https://example.com/orders/1" />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  </Flex.Message>
)

export const Hours = () => (
  <>
    <Text>We are here from 10 to 19 o'clock, but not on Mondays.</Text>
    <Location title="Tea shop" address="Teramachi, Kyoto" latitude={35.0116} longitude={135.7681} />
  </>
)
