/** Files as authors write them: 12 cards of 25 elements each. */

const cards = (imports, card) =>
  `${imports}

export interface Item {
  id: number
  name: string
  photo: string
  url: string
  price: number
  stock: number
  place: string
  description: string
  specs: { name: string; value: string }[]
}
${Array.from({ length: 12 }, (_, n) => `\nexport const Card${n} = ({ item }: { item: Item }) => (\n${card(n)}\n)\n`).join('')}`

export const fukidashiFile = cards(
  "import { Flex, Postback, Uri } from 'fukidashi'",
  (n) => `  <Flex.Bubble direction="ltr">
    <Flex.Hero>
      <Flex.Image url={item.photo} size="full" aspectRatio="20:13" aspectMode="cover">
        <Uri label={item.name} uri={item.url} />
      </Flex.Image>
    </Flex.Hero>
    <Flex.Body spacing="sm">
      <Flex.Text weight="bold" size="xl">{item.name} {${n}}</Flex.Text>
      <Flex.Box layout="horizontal">
        <Flex.Text size="lg" color="#111111">¥{item.price}</Flex.Text>
        <Flex.Text size="sm" align="end">{item.stock} left</Flex.Text>
      </Flex.Box>
      <Flex.Separator margin="md" />
      {item.specs.map((spec) => (
        <Flex.Box layout="baseline" spacing="sm">
          <Flex.Text size="sm" color="#aaaaaa" flex={1}>{spec.name}</Flex.Text>
          <Flex.Text size="sm" color="#666666" flex={3}>{spec.value}</Flex.Text>
        </Flex.Box>
      ))}
      <Flex.Text wrap size="sm" color="#666666">{item.description}</Flex.Text>
      <Flex.Box layout="baseline">
        <Flex.Text>From</Flex.Text>
        <Flex.Text align="end">{item.place}</Flex.Text>
      </Flex.Box>
      {item.stock > 0 && <Flex.Text>In <b>stock</b></Flex.Text>}
    </Flex.Body>
    <Flex.Footer spacing="sm">
      <Flex.Button style="primary">
        <Postback label="Buy" data={\`action=buy&id=\${item.id}\`} displayText={item.name} />
      </Flex.Button>
      <Flex.Button style="link"><Uri label="Details" uri={item.url} /></Flex.Button>
    </Flex.Footer>
  </Flex.Bubble>`,
)

export const slackFile = cards(
  `import {
  Actions, Blocks, Button, Context, Divider, Field, Header, Image, Option, Section, Select,
} from 'jsx-slack'`,
  (n) => `  <Blocks>
    <Header>{item.name} {${n}}</Header>
    <Section>
      <b>{item.name}</b>
      <br />
      {item.description}
      <Image src={item.photo} alt={item.name} />
    </Section>
    <Section>
      {item.specs.map((spec) => (
        <Field><b>{spec.name}</b> {spec.value}</Field>
      ))}
      <Field>¥{item.price}</Field>
      <Field>{item.stock} left</Field>
    </Section>
    <Context>
      <Image src={item.photo} alt={item.place} />
      <i>{item.place}</i>
    </Context>
    <Divider />
    <Actions>
      <Button actionId={\`buy-\${item.id}\`} value={String(item.id)} style="primary">Buy</Button>
      <Button actionId={\`open-\${item.id}\`} url={item.url}>Details</Button>
      <Select actionId={\`many-\${item.id}\`} placeholder="How many?">
        <Option value="1">1</Option>
        <Option value="2">2</Option>
        <Option value="3">3</Option>
        <Option value="4">4</Option>
      </Select>
    </Actions>
    {item.stock > 0 && <Section>In <b>stock</b></Section>}
  </Blocks>`,
)
