/** A shop of tea tools: a Flex carousel, a bubble an item, with prices struck through and things sold out. */
import { Flex, Postback, Uri } from 'fukidashi'

interface Item {
  id: string
  name: string
  price: number
  was?: number | undefined
  left: number
}

const Price = ({ price, was }: Pick<Item, 'price' | 'was'>) => (
  <Flex.Text size="lg">
    <b>NT${price}</b>
    {was !== undefined && (
      <>
        {' '}
        <Flex.Span size="sm" color="#999999" decoration="line-through">
          NT${was}
        </Flex.Span>
      </>
    )}
  </Flex.Text>
)

const ItemBubble = ({ item }: { item: Item }) => (
  <Flex.Bubble size="kilo">
    <Flex.Hero>
      <Flex.Image
        url={`https://example.com/items/${item.id}.jpg`}
        size="full"
        aspectRatio="1:1"
        aspectMode="cover"
      />
    </Flex.Hero>
    <Flex.Body spacing="sm">
      <Flex.Text weight="bold" wrap>
        {item.name}
      </Flex.Text>
      <Price price={item.price} was={item.was} />
      {item.left === 0 && (
        <Flex.Text size="xs" color="#E0245E">
          補貨中
        </Flex.Text>
      )}
      {item.left > 0 && item.left < 5 && (
        <Flex.Text size="xs" color="#E0245E">
          剩下 {item.left} 件
        </Flex.Text>
      )}
    </Flex.Body>
    <Flex.Footer>
      <Flex.Button style={item.left > 0 ? 'primary' : 'secondary'}>
        {item.left > 0 ? (
          <Postback label="加入購物車" data={`add=${item.id}`} displayText={`買${item.name}`} />
        ) : (
          <Postback label="到貨通知" data={`notify=${item.id}`} />
        )}
      </Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>
)

const More = () => (
  <Flex.Bubble size="kilo">
    <Flex.Body justifyContent="center">
      <Flex.Button>
        <Uri label="看全部商品" uri="https://example.com/items" />
      </Flex.Button>
    </Flex.Body>
  </Flex.Bubble>
)

export const Shop = ({ items }: { items: readonly Item[] }) => (
  <Flex.Message altText={`本週特價 ${items.length} 件茶具`}>
    <Flex.Carousel>
      {items.map((item) => (
        <ItemBubble item={item} />
      ))}
      <More />
    </Flex.Carousel>
  </Flex.Message>
)

export default (
  <Shop
    items={[
      { id: 'pot', name: '紫砂茶壺 180ml', price: 1280, was: 1600, left: 3 },
      { id: 'cups', name: '白瓷茶杯 六入', price: 890, left: 24 },
      { id: 'tray', name: '竹製茶盤', price: 1450, was: 1980, left: 0 },
    ]}
  />
)
