/** A restaurant in Bangkok introduces itself: a Flex card with stars, facts and two buttons. */
import { Flex, MessageAction, type TextChildren, Uri } from 'fukidashi'

interface Restaurant {
  id: string
  name: string
  stars: number
  address: string
  hours: string
}

const Stars = ({ count }: { count: number }) => (
  <Flex.Box layout="baseline" margin="md">
    {[1, 2, 3, 4, 5].map((star) => (
      <Flex.Icon
        size="sm"
        url={`https://example.com/icons/star-${star <= count ? 'gold' : 'gray'}.png`}
      />
    ))}
    <Flex.Text size="sm" color="#999999" margin="md" flex={0}>
      {count.toFixed(1)}
    </Flex.Text>
  </Flex.Box>
)

const Fact = ({ name, children }: { name: string; children?: TextChildren }) => (
  <Flex.Box layout="baseline" spacing="sm">
    <Flex.Text size="sm" color="#AAAAAA" flex={2}>
      {name}
    </Flex.Text>
    <Flex.Text size="sm" color="#666666" flex={5} wrap>
      {children}
    </Flex.Text>
  </Flex.Box>
)

export const RestaurantCard = ({ id, name, stars, address, hours }: Restaurant) => (
  <Flex.Message altText={`${name}: ${hours}`}>
    <Flex.Bubble>
      <Flex.Hero>
        <Flex.Image
          url={`https://example.com/restaurants/${id}.jpg`}
          size="full"
          aspectRatio="20:13"
          aspectMode="cover"
        >
          <Uri uri={`https://example.com/restaurants/${id}`} />
        </Flex.Image>
      </Flex.Hero>
      <Flex.Body>
        <Flex.Text weight="bold" size="xl" wrap>
          {name}
        </Flex.Text>
        <Stars count={stars} />
        <Flex.Box layout="vertical" margin="lg" spacing="sm">
          <Fact name="ที่อยู่">{address}</Fact>
          <Fact name="เวลา">{hours}</Fact>
        </Flex.Box>
      </Flex.Body>
      <Flex.Footer spacing="sm">
        <Flex.Button style="primary" height="sm">
          <MessageAction label="จองโต๊ะ" text={`จองโต๊ะที่ ${name}`} />
        </Flex.Button>
        <Flex.Button style="link" height="sm">
          <Uri label="ดูเมนู" uri={`https://example.com/restaurants/${id}/menu`} />
        </Flex.Button>
      </Flex.Footer>
    </Flex.Bubble>
  </Flex.Message>
)

export default (
  <RestaurantCard
    id="baan-somtam"
    name="บ้านส้มตำ สาทร"
    stars={4}
    address="ซอยศรีเวียง สีลม กรุงเทพฯ"
    hours="11:00–22:00 ทุกวัน"
  />
)
