/** @jsxImportSource jsx-slack */
// The messages in jsx-slack. 17 elements, and 10 × 26 + 2 = 262; components of one's own count.
import {
  Actions,
  Blocks,
  Button,
  Context,
  Divider,
  Field,
  Fragment,
  Header,
  Image,
  Option,
  Section,
  Select,
} from 'jsx-slack'

const Receipt = ({ receipt }) => (
  <Blocks>
    <Header>Receipt</Header>
    <Section>
      <b>{receipt.shop}</b>
    </Section>
    <Section>
      {receipt.lines.map((line) => (
        <Field>
          <b>{line.name}</b> ¥{line.price}
        </Field>
      ))}
    </Section>
    <Divider />
    <Section>
      Total <b>¥{receipt.total}</b>
    </Section>
    <Context>
      <i>Thank you</i>
    </Context>
    <Actions>
      <Button actionId="open" url={receipt.url} style="primary">
        Open
      </Button>
    </Actions>
  </Blocks>
)

const Card = ({ item }) => (
  <Fragment>
    <Header>{item.name}</Header>
    <Section>
      <b>{item.name}</b>
      <br />
      {item.description}
      <Image src={item.photo} alt={item.name} />
    </Section>
    <Section>
      {item.specs.map((spec) => (
        <Field>
          <b>{spec.name}</b> {spec.value}
        </Field>
      ))}
      <Field>¥{item.price}</Field>
      <Field>{item.stock} left</Field>
    </Section>
    <Context>
      <Image src={item.photo} alt={item.place} />
      <i>{item.place}</i>
    </Context>
    <Actions>
      <Button actionId={`buy-${item.id}`} value={String(item.id)} style="primary">
        Buy
      </Button>
      <Button actionId={`open-${item.id}`} url={item.url}>
        Details
      </Button>
      <Select actionId={`many-${item.id}`} placeholder="How many?">
        <Option value="1">1 bags</Option>
        <Option value="2">2 bags</Option>
        <Option value="3">3 bags</Option>
      </Select>
    </Actions>
  </Fragment>
)

const Shop = ({ items }) => (
  <Blocks>
    {items.map((item) => (
      <Card item={item} />
    ))}
  </Blocks>
)

export const small = (receipt) => <Receipt receipt={receipt} />
export const large = (items) => <Shop items={items} />
