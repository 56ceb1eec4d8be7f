/** An imagemap with two cells, green and red. */
import { MessageAction } from '../../src/components/index.js'
import { Cell, Imagemap, type ImagemapProps, Row } from '../../src/rich-menu/index.js'

/** Half green or of a color, half red. */
export const Map = ({
  path = 'shop',
  color = '#2f6b4f',
  ...more
}: Partial<ImagemapProps> & { path?: string; color?: string }) => (
  <Imagemap baseUrl={`https://bot.example.com/maps/${path}`} altText="Shop" height={520} {...more}>
    <Row gap={40} padding={40}>
      <Cell background={color} color="#ffffff">
        <MessageAction text="tea" />
        お茶 ชา 🍵
      </Cell>
      <Cell background="#803030" color="#ffffff">
        <MessageAction text="sweets" />
        Sweets
      </Cell>
    </Row>
  </Imagemap>
)
