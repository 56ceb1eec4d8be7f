/** The rich menu of the shop, and its greeting with quick replies. */
import { Area, type FC, MessageAction, QuickReply, RichMenu, Text, Uri } from 'fukidashi'
import type { ShopContext } from './catalog.js'

export const ShopMenu: FC<object, ShopContext> = (_, { words }) => (
  <RichMenu size={{ width: 2500, height: 843 }} selected name="Shop menu" chatBarText={words.menu}>
    <Area x={0} y={0} width={1250} height={843}>
      <MessageAction label={words.tea} text={words.tea} />
    </Area>
    <Area x={1250} y={0} width={1250} height={843}>
      <Uri label={words.find} uri="https://example.com/find-us" />
    </Area>
  </RichMenu>
)

export const Greeting: FC<object, ShopContext> = (_, { words }) => (
  <Text>
    {words.greeting}
    <QuickReply>
      <MessageAction label={words.menu} text={words.menu} />
      <MessageAction label={words.hours} text={words.hours} />
    </QuickReply>
  </Text>
)
