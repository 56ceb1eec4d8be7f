/** This compiles, but LINE would refuse it. `npm run examples` prints the report. */
import { Buttons, Postback, Uri } from 'fukidashi'

const Basket = () => <Postback label="Add this lovely tea to my basket" data="action=add&id=1" />

export const Broken = () => (
  <Buttons altText="A lovely tea" title="Gyokuro" thumbnailImageUrl="http://example.com/tea.jpg">
    Shaded for twenty days before it is picked by hand, and steamed the same morning.
    <Basket />
    <Uri label="詳細" uri="https://example.com/お茶" />
  </Buttons>
)

export default <Broken />
