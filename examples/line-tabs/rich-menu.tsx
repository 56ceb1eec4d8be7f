/**
 * The two menus of LINE's guide “Switch between tabs on rich menus”, as code: menu, picture, alias and default of each.
 *
 * npx fukidashi rich-menu apply
 */
import { Uri } from 'fukidashi'
import { Cell, RichMenu, richMenus, Row, Tab } from 'fukidashi/rich-menu'

const a = (
  <RichMenu chatBarText="Tap to open">
    <Row>
      <Cell>
        <Uri uri="https://developers.line.biz/" />
        LINE Developers
      </Cell>
      <Tab to="richmenu-alias-b" data="richmenu-changed-to-b">
        Menu B
      </Tab>
    </Row>
  </RichMenu>
)

const b = (
  <RichMenu chatBarText="Tap to open">
    <Row>
      <Tab to="richmenu-alias-a" data="richmenu-changed-to-a">
        Menu A
      </Tab>
      <Cell>
        <Uri uri="https://techblog.lycorp.co.jp/" />
        Tech Blog
      </Cell>
    </Row>
  </RichMenu>
)

export default richMenus({
  owner: 'line-guide',
  default: 'richmenu-alias-a',
  menus: { 'richmenu-alias-a': a, 'richmenu-alias-b': b },
})
