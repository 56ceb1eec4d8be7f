/** A department store sends its floor map: an imagemap with a video, and areas that can be tapped. */
import { Clipboard, Imagemap, ImagemapArea, ImagemapVideo, MessageAction, Uri } from 'fukidashi'

// The picture is served as https://example.com/map/240, …/300, …/460, …/700 and …/1040.
export const FloorMap = () => (
  <Imagemap
    baseUrl="https://example.com/map"
    altText="Floor map: food hall on the left, fashion on the right"
    baseSize={{ width: 1040, height: 1040 }}
  >
    <ImagemapVideo
      x={0}
      y={0}
      width={1040}
      height={585}
      originalContentUrl="https://example.com/map/opening.mp4"
      previewImageUrl="https://example.com/map/opening.jpg"
    >
      <Uri label="See the new shops" uri="https://example.com/shops/new" />
    </ImagemapVideo>
    <ImagemapArea x={0} y={585} width={520} height={300}>
      <Uri label="Food hall" uri="https://example.com/shops/food" />
    </ImagemapArea>
    <ImagemapArea x={520} y={585} width={520} height={300}>
      <MessageAction label="Fashion" text="Show me the fashion floor" />
    </ImagemapArea>
    <ImagemapArea x={0} y={885} width={1040} height={155}>
      <Clipboard label="Copy the parking code" clipboardText="PARK-2026-B2" />
    </ImagemapArea>
  </Imagemap>
)

export default <FloorMap />
