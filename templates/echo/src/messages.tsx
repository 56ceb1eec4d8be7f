/** The messages of the bot. */
import { MessageAction, QuickReply, Text } from 'fukidashi'

export const Welcome = () => (
  <Text>
    Hello! Write something, and I say it again.
    <QuickReply>
      <MessageAction label="Say hello" text="Hello" />
      <MessageAction label="Say こんにちは" text="こんにちは" />
    </QuickReply>
  </Text>
)

export const Echo = ({ text }: { text: string }) => <Text>{text}</Text>
