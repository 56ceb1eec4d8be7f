/** A rich menu with two tabs. Each menu is uploaded with its own image and gets an alias; the tabs switch between aliases. */
import { Area, MessageAction, RichMenu, RichMenuSwitch, Uri } from 'fukidashi'

const size = { width: 2500, height: 1686 }
const tabHeight = 286
const tabs = { order: '注文', shop: 'お店' }

type Tab = keyof typeof tabs

const Tabs = ({ current }: { current: Tab }) => (
  <>
    {Object.entries(tabs).map(([tab, label], i) => (
      <Area x={i * 1250} y={0} width={1250} height={tabHeight}>
        <RichMenuSwitch label={label} richMenuAliasId={`tea-${tab}`} data={`${current}-${tab}`} />
      </Area>
    ))}
  </>
)

const half = { y: tabHeight, width: 1250, height: size.height - tabHeight }

export const OrderMenu = () => (
  <RichMenu size={size} selected name="tea-order 2026-10" chatBarText="メニュー">
    <Tabs current="order" />
    <Area x={0} {...half}>
      <MessageAction label="お茶を注文する" text="注文" />
    </Area>
    <Area x={1250} {...half}>
      <MessageAction label="注文の履歴" text="履歴" />
    </Area>
  </RichMenu>
)

export const ShopMenu = () => (
  <RichMenu size={size} selected={false} name="tea-shop 2026-10" chatBarText="メニュー">
    <Tabs current="shop" />
    <Area x={0} {...half}>
      <Uri label="地図" uri="https://example.com/shop/map" />
    </Area>
    <Area x={1250} {...half}>
      <Uri label="電話する" uri="tel:+81751234567" />
    </Area>
  </RichMenu>
)

/** The menus by their aliases. */
export default { 'tea-order': <OrderMenu />, 'tea-shop': <ShopMenu /> }
