/** The question before an order, and the receipt after it. */
import { Confirm, type FC, Flex, Postback } from 'fukidashi'
import { cancel, order } from './actions.js'
import { type Tea, yen } from './teas.js'

export const AskOrder: FC<{ tea: Tea }> = ({ tea }, { words }) => (
  <Confirm altText={words.confirm(tea.name, yen(tea.price))}>
    {words.confirm(tea.name, yen(tea.price))}
    <Postback label={words.yes} data={order({ id: tea.id })} displayText={words.yes} />
    <Postback label={words.no} data={cancel()} displayText={words.no} />
  </Confirm>
)

export const Receipt: FC<{ tea: Tea }> = ({ tea }, { words }) => (
  <Flex.Message altText={`${words.receipt}: ${yen(tea.price)}`}>
    <Flex.Bubble>
      <Flex.Body spacing="md">
        <Flex.Text size="xl" weight="bold">
          {words.receipt}
        </Flex.Text>
        <Flex.Separator />
        <Flex.Box layout="horizontal">
          <Flex.Text>{tea.name}</Flex.Text>
          <Flex.Text align="end">{yen(tea.price)}</Flex.Text>
        </Flex.Box>
        <Flex.Text wrap size="sm" color="#667085">
          {words.thanks}
        </Flex.Text>
      </Flex.Body>
    </Flex.Bubble>
  </Flex.Message>
)
