/** A ramen restaurant shows its menu: an image carousel. */
import { ImageCarousel, ImageColumn, MessageAction } from 'fukidashi'

const bowls = { shoyu: '醤油', miso: '味噌', tonkotsu: 'とんこつ', tantan: '担々麺' }

export const Ramen = () => (
  <ImageCarousel altText="本日のラーメン：醤油、味噌、とんこつ、担々麺">
    {Object.entries(bowls).map(([id, name]) => (
      <ImageColumn imageUrl={`https://example.com/ramen/${id}.jpg`}>
        <MessageAction label={name} text={`${name}をください`} />
      </ImageColumn>
    ))}
  </ImageCarousel>
)

export default <Ramen />
