/** A tea club greets a new member in its group: a text with a mention and LINE emoji. */
import { Emoji, Mention, Text } from 'fukidashi'

export const Welcome = ({ userId }: { userId: string }) => (
  <Text>
    ようこそ <Mention userId={userId} /> さん！ <Tea />
    <br />
    毎週土曜日の朝10時に、お茶会の写真をここに送ってください。
    <br />
    Write {'{tea}'} to see this week's leaf. <Mention all /> say hello!
  </Text>
)

const Tea = () => <Emoji productId="5ac1bfd5040ab15980c9b435" emojiId="001" />

export default <Welcome userId="U4af4980629a1b2c3d4e5f60718293a4b" />
