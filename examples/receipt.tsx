/** A tea shop sends a receipt: a Flex bubble. `receipt.builders.ts` is the same without JSX. */
import { Flex, Uri } from 'fukidashi'
import { order, type Order, yen } from './receipt.data.js'

const Line = ({ name, price }: { name: string; price: string }) => (
  <Flex.Box layout="horizontal">
    <Flex.Text size="sm" color="#555555" flex={3} wrap>
      {name}
    </Flex.Text>
    <Flex.Text size="sm" align="end" flex={1}>
      {price}
    </Flex.Text>
  </Flex.Box>
)

export const Receipt = ({ number, shop, lines, total }: Order) => (
  <Flex.Message altText={`${shop}：合計 ${yen(total)}（注文 ${number}）`}>
    <Flex.Bubble size="mega" styles={{ footer: { separator: true } }}>
      <Flex.Body spacing="md">
        <Flex.Text weight="bold" color="#1DB446" size="sm">
          領収書 RECEIPT
        </Flex.Text>
        <Flex.Text weight="bold" size="xl">
          {shop}
        </Flex.Text>
        <Flex.Separator margin="lg" />
        {lines.map(({ name, count, price }) => (
          <Line name={count > 1 ? `${name} × ${count}` : name} price={yen(count * price)} />
        ))}
        <Flex.Separator margin="lg" />
        <Flex.Text align="end">
          合計 <b>{yen(total)}</b>
        </Flex.Text>
      </Flex.Body>
      <Flex.Footer>
        <Flex.Button style="primary" color="#1DB446">
          <Uri label="注文を見る" uri={`https://example.com/orders/${number}`} />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  </Flex.Message>
)

export default <Receipt {...order} />
