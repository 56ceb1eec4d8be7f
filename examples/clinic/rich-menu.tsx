/**
 * Rich menus by state and language: `home` for people without a booking, `booked` for the others.
 *
 * npx fukidashi rich-menu plan
 * npx fukidashi rich-menu apply
 */
import { type Elements, type FC, Postback, Uri } from 'fukidashi'
import { Cell, Icon, RichMenu, richMenus, Row } from 'fukidashi/rich-menu'
import * as actions from './actions.js'
import { type ClinicContext, contextOf, type Locale } from './words/index.js'

const styles = {
  card: { background: '#ffffff', color: '#12324a', radius: 48, gap: 28, padding: 20 },
  hero: { background: '#0f6f94', color: '#ffffff', radius: 48, gap: 28, padding: 40 },
}

const Tile: FC<{ icon: string; text: string; main?: boolean; children: Elements }> = ({
  icon,
  text,
  main = false,
  children,
}) => (
  <Cell style={main ? 'hero' : 'card'} fontSize={84} fontWeight={700}>
    {children}
    <Icon name={`lucide:${icon}`} size={220} color={main ? '#ffffff' : '#0f7ea8'} />
    {text}
  </Cell>
)

const Book: FC<{ main?: boolean }, ClinicContext> = ({ main = false }, { words }) => (
  <Tile icon="calendar-plus" text={words.book} main={main}>
    <Postback label={words.book} data={actions.book()} displayText={words.book} />
  </Tile>
)

const Hours: FC<object, ClinicContext> = (_, { words }) => (
  <Tile icon="map-pin" text={words.hours}>
    <Postback data={actions.hoursAndPlace()} displayText={words.hours} />
  </Tile>
)

const Call: FC<object, ClinicContext> = (_, { words }) => (
  <Tile icon="phone" text={words.call}>
    <Uri uri="tel:+81300000000" />
  </Tile>
)

const page = { background: '#e3eef6', styles, gap: 32, padding: 40, selected: true } as const

const Home: FC<object, ClinicContext> = (_, { words }) => (
  <RichMenu chatBarText={words.bar} size="compact" {...page}>
    <Row gap={32}>
      <Book main />
      <Hours />
      <Call />
    </Row>
  </RichMenu>
)

const Booked: FC<object, ClinicContext> = (_, { words }) => (
  <RichMenu chatBarText={words.bar} {...page}>
    <Row gap={32}>
      <Tile icon="calendar-check" text={words.mine} main>
        <Postback data={actions.myBookings()} displayText={words.mine} />
      </Tile>
    </Row>
    <Row gap={32}>
      <Book />
      <Hours />
      <Call />
    </Row>
  </RichMenu>
)

const look = (locale: Locale): object => contextOf(locale)

export default richMenus({
  owner: 'clinic',
  default: 'home',
  menus: { home: <Home />, booked: <Booked /> },
  context: look('en'),
  locales: { ja: look('ja'), th: look('th') },
})
