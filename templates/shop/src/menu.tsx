/** The greeting, and the menu with a card for each tea. */
import { type FC, Flex, MessageAction, Postback, QuickReply, Text } from 'fukidashi'
import { buy } from './actions.js'
import { type Tea, yen } from './teas.js'

export const Help: FC<{ greeting?: string }> = ({ greeting }, { words }) => (
  <Text>
    {greeting ?? words.help}
    <QuickReply>
      <MessageAction label={words.menu} text={words.menu} />
      <MessageAction label={words.hours} text={words.hours} />
    </QuickReply>
  </Text>
)

const TeaCard: FC<{ tea: Tea }> = ({ tea }, { words }) => (
  <Flex.Bubble size="kilo" styles={{ header: { backgroundColor: tea.color } }}>
    <Flex.Header>
      <Flex.Text size="xl" weight="bold" color="#ffffff">
        {tea.name}
      </Flex.Text>
    </Flex.Header>
    <Flex.Body>
      <Flex.Text size="lg">{yen(tea.price)}</Flex.Text>
    </Flex.Body>
    <Flex.Footer>
      <Flex.Button style="primary" color={tea.color} height="sm">
        <Postback
          label={`${words.buy}: ${tea.name}`}
          data={buy({ id: tea.id })}
          displayText={tea.name}
        />
      </Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>
)

export const Menu: FC<{ teas: readonly Tea[] }> = ({ teas }, { words }) => (
  <Flex.Message altText={words.teas}>
    <Flex.Carousel>
      {teas.map((tea) => (
        <TeaCard tea={tea} />
      ))}
    </Flex.Carousel>
  </Flex.Message>
)
