/** A receipt that says how far an order is. */
import { type FC, Flex, Uri } from 'fukidashi'
import type { ShopContext } from './catalog.js'

export interface Order {
  ready: boolean
  lines: readonly { name: string; price: number }[]
}

export const OrderStatus: FC<{ order: Order }, ShopContext> = ({ order }, { words, yen }) => {
  const state = order.ready ? words.ready : words.preparing
  return (
    <Flex.Message altText={`${words.status}: ${state}`}>
      <Flex.Bubble>
        <Flex.Body spacing="md">
          <Flex.Text size="sm" color="#667085">
            {words.status}
          </Flex.Text>
          <Flex.Text weight="bold" size="xl" wrap>
            {state}
          </Flex.Text>
          <Flex.Separator />
          {order.lines.map(({ name, price }) => (
            <Flex.Box layout="horizontal">
              <Flex.Text size="sm" wrap flex={3}>
                {name}
              </Flex.Text>
              <Flex.Text size="sm" align="end" flex={2}>
                {yen(price)}
              </Flex.Text>
            </Flex.Box>
          ))}
          <Flex.Separator />
          <Flex.Text align="end">
            {words.total} <b>{yen(order.lines.reduce((sum, { price }) => sum + price, 0))}</b>
          </Flex.Text>
        </Flex.Body>
        <Flex.Footer>
          <Flex.Button style="link" height="sm">
            <Uri label={words.call} uri="tel:+81312345678" />
          </Flex.Button>
        </Flex.Footer>
      </Flex.Bubble>
    </Flex.Message>
  )
}
