/** @jsxRuntime classic @jsx createElement */
// The messages in sociably's JSX: two boxes more a bubble, as its blocks are no boxes.
import * as core from '@sociably/core'
import { Flex, PostbackAction, UriAction } from '@sociably/line/components'

const createElement = core.default.default.createElement

const Receipt = ({ receipt }) => (
  <Flex.Message altText={`Receipt, ¥${receipt.total} in all`}>
    <Flex.BubbleContainer>
      <Flex.Body>
        <Flex.Box layout="vertical" spacing="md">
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
        </Flex.Box>
      </Flex.Body>
      <Flex.Footer>
        <Flex.Box layout="vertical">
          <Flex.Button style="primary" action={<UriAction label="Open" uri={receipt.url} />} />
        </Flex.Box>
      </Flex.Footer>
    </Flex.BubbleContainer>
  </Flex.Message>
)

const Card = ({ item }) => (
  <Flex.BubbleContainer>
    <Flex.Hero>
      <Flex.Image
        url={item.photo}
        size="full"
        aspectRatio="20:13"
        aspectMode="cover"
        action={<UriAction label={item.name} uri={item.url} />}
      />
    </Flex.Hero>
    <Flex.Body>
      <Flex.Box layout="vertical" spacing="sm">
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
      </Flex.Box>
    </Flex.Body>
    <Flex.Footer>
      <Flex.Box layout="vertical" spacing="sm">
        <Flex.Button
          style="primary"
          action={
            <PostbackAction
              label="Buy"
              data={`action=buy&id=${item.id}`}
              displayText={`I take the ${item.name}`}
            />
          }
        />
        <Flex.Button style="link" action={<UriAction label="Details" uri={item.url} />} />
      </Flex.Box>
    </Flex.Footer>
  </Flex.BubbleContainer>
)

export const small = (receipt) => <Receipt receipt={receipt} />

export const large = (items) => (
  <Flex.Message altText={`${items.length} teas`}>
    <Flex.CarouselContainer>
      {items.map((item) => (
        <Card item={item} />
      ))}
    </Flex.CarouselContainer>
  </Flex.Message>
)
