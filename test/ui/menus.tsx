/** Rich menus with tabs, drawn by code, for tests of the page. */
import { MessageAction, Postback, Uri } from '../../src/components/index.js'
import { Cell, RichMenu, richMenus, Row, Tab } from '../../src/rich-menu/index.js'

const Tabs = () => (
  <Row height={186}>
    <Tab to="home">Home</Tab>
    <Tab to="shop">Shop</Tab>
  </Row>
)

/** Two menus with tabs. */
export const teahouse = richMenus({
  owner: 'teahouse',
  default: 'home',
  menus: {
    home: (
      <RichMenu chatBarText="Menu" selected background="#eef3ef">
        <Tabs />
        <Row gap={24} padding={36}>
          <Cell flex={2} background="#2f6b4f" color="#ffffff" radius={40} fontSize={110}>
            <Postback data="book" />
            Book a table
          </Cell>
          <Cell background="#ffffff" radius={40}>
            <Uri uri="https://example.com/hours" />
            Opening hours
          </Cell>
        </Row>
      </RichMenu>
    ),
    shop: (
      <RichMenu chatBarText="Menu" selected background="#eef3ef">
        <Tabs />
        <Cell background="#ffffff">
          <MessageAction text="teas" />
          Our teas
        </Cell>
      </RichMenu>
    ),
  },
})
