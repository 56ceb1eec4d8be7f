/**
 * The shop's rich menus: two tabs, laid out and drawn from the same cells.
 *
 * npx fukidashi rich-menu plan
 * npx fukidashi rich-menu apply
 */
import { MessageAction, Uri } from 'fukidashi'
import type { LineClient } from 'fukidashi/client'
import { Cell, RichMenu, richMenus, Row, syncRichMenus, Tab } from 'fukidashi/rich-menu'

const page = { chatBarText: 'Menu', selected: true, background: '#f3f7ef' } as const
const tile = { background: '#ffffff', color: '#24452f', radius: 48, fontSize: 96 } as const
const current = { background: '#2f6b4f', color: '#ffffff' } as const

const Tabs = () => (
  <Row height={286}>
    <Tab to="shop" fontSize={76} background="#d9e8d2" current={current}>
      Shop
    </Tab>
    <Tab to="about" fontSize={76} background="#d9e8d2" current={current}>
      About
    </Tab>
  </Row>
)

const shop = (
  <RichMenu {...page}>
    <Tabs />
    <Row gap={48} padding={48}>
      <Cell {...tile}>
        <MessageAction label="Our teas" text="teas" />
        🍵 Our teas
      </Cell>
      <Cell {...tile}>
        <MessageAction label="My basket" text="basket" />
        🧺 My basket
      </Cell>
    </Row>
  </RichMenu>
)

const about = (
  <RichMenu {...page}>
    <Tabs />
    <Row gap={48} padding={48}>
      <Cell {...tile}>
        <MessageAction text="hours" />
        Hours and place
      </Cell>
      <Cell {...tile}>
        <Uri uri="https://example.com/" />
        Web site
      </Cell>
    </Row>
  </RichMenu>
)

const menus = richMenus({ owner: 'tea-shop', default: 'shop', menus: { shop, about } })
export default menus

const deployments = new WeakMap<LineClient, Promise<unknown>>()

/** Deploys the menus once while the bot runs. A real shop deploys them with the command above. */
export function deployMenus(line: LineClient): Promise<unknown> {
  const deployment = deployments.get(line) ?? syncRichMenus(line, menus)
  deployments.set(line, deployment)
  return deployment
}
