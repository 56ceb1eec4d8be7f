import { Buttons, MessageAction, render, Uri } from 'fukidashi'

const Menu = ({ shop }: { shop: string }) => (
  <Buttons altText={`Menu of ${shop}`} title={shop}>
    What would you like?
    <MessageAction label="Order tea" text="order" />
    <Uri label="Opening hours" uri="https://example.com/hours" />
  </Buttons>
)

console.log(JSON.stringify(render(<Menu shop="Midori" />), null, 2))
