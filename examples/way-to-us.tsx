/** A guest house describes the way: location, image, video and audio messages. */
import { Audio, Image, Location, Text, Video } from 'fukidashi'

export const WayToUs = () => (
  <>
    <Text>歡迎！從台北車站走路 8 分鐘。</Text>
    <Location
      title="小茶屋民宿"
      address="台北市大同區迪化街一段 1 號"
      latitude={25.05433}
      longitude={121.51019}
    />
    <Image
      originalContentUrl="https://example.com/house/door.jpg"
      previewImageUrl="https://example.com/house/door-small.jpg"
    />
    <Video
      originalContentUrl="https://example.com/house/way.mp4"
      previewImageUrl="https://example.com/house/way.jpg"
    />
    <Audio originalContentUrl="https://example.com/house/welcome.m4a" duration={12_000} />
  </>
)

export default <WayToUs />
