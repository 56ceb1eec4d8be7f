/** @jsxImportSource fukidashi */
// The messages in fukidashi's JSX. 17 elements, and 10 × 26 + 2 = 262; components of one's own count.
import { Flex, Postback, Uri } from 'fukidashi'

const Receipt = ({ receipt }) => (
  <Flex.Message altText={`Receipt, ¥${receipt.total} in all`}>
    <Flex.Bubble direction="ltr">
      <Flex.Body spacing="md">
        <Flex.Text weight="bold" size="xl">
          Receipt
        </Flex.Text>
        <Flex.Text size="sm" wrap>
          {receipt.shop}
        </Flex.Text>
        {receipt.lines.map((line) => (
          <Flex.Box layout="horizontal">
            <Flex.Text color="#555555">{line.name}</Flex.Text>
            <Flex.Text align="end">¥{line.price}</Flex.Text>
          </Flex.Box>
        ))}
        <Flex.Separator margin="lg" />
        <Flex.Text weight="bold">Total ¥{receipt.total}</Flex.Text>
      </Flex.Body>
      <Flex.Footer>
        <Flex.Button style="primary">
          <Uri label="Open" uri={receipt.url} />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  </Flex.Message>
)

const Card = ({ item }) => (
  <Flex.Bubble direction="ltr">
    <Flex.Hero>
      <Flex.Image url={item.photo} size="full" aspectRatio="20:13" aspectMode="cover">
        <Uri label={item.name} uri={item.url} />
      </Flex.Image>
    </Flex.Hero>
    <Flex.Body spacing="sm">
      <Flex.Text weight="bold" size="xl">
        {item.name}
      </Flex.Text>
      <Flex.Box layout="horizontal">
        <Flex.Text size="lg" color="#111111">
          ¥{item.price}
        </Flex.Text>
        <Flex.Text size="sm" align="end">
          {item.stock} left
        </Flex.Text>
      </Flex.Box>
      <Flex.Separator margin="md" />
      {item.specs.map((spec) => (
        <Flex.Box layout="baseline" spacing="sm">
          <Flex.Text size="sm" color="#aaaaaa" flex={1}>
            {spec.name}
          </Flex.Text>
          <Flex.Text size="sm" color="#666666" flex={3}>
            {spec.value}
          </Flex.Text>
        </Flex.Box>
      ))}
      <Flex.Text wrap size="sm" color="#666666">
        {item.description}
      </Flex.Text>
    </Flex.Body>
    <Flex.Footer spacing="sm">
      <Flex.Button style="primary">
        <Postback
          label="Buy"
          data={`action=buy&id=${item.id}`}
          displayText={`I take the ${item.name}`}
        />
      </Flex.Button>
      <Flex.Button style="link">
        <Uri label="Details" uri={item.url} />
      </Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>
)

export const small = (receipt) => <Receipt receipt={receipt} />

export const large = (items) => (
  <Flex.Message altText={`${items.length} teas`}>
    <Flex.Carousel>
      {items.map((item) => (
        <Card item={item} />
      ))}
    </Flex.Carousel>
  </Flex.Message>
)
