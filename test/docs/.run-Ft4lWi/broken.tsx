import { Buttons, Postback, render, Uri } from 'fukidashi'

const Item = () => (
  <Buttons altText="Tea" title="Gyokuro" thumbnailImageUrl="http://example.com/tea.jpg">
    Shaded for twenty days, picked by hand, and steamed on the same morning.
    <Postback label="Add to my basket, please" data="add=1" />
    <Uri label="Details" uri="https://example.com/tea/1" />
  </Buttons>
)

try {
  render(<Item />)
} catch (error) {
  console.log(String(error))
}
