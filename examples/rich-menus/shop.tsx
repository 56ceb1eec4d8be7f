/** The rich menu of a tea shop: one large cell, and five smaller ones. */
import { type Elements, type FC, MessageAction, Postback, Uri } from 'fukidashi'
import { Cell, Column, Icon, RichMenu, richMenus, Row, Text } from 'fukidashi/rich-menu'
import { stylesOf, type Theme, type Themes } from './themes.js'

const words = {
  en: {
    bar: 'Menu',
    name: 'Midori Tea 🍵',
    order: 'Order now',
    until: 'Ready in ten minutes, until 20:00',
    teas: 'Our teas',
    sweets: 'Sweets',
    hours: 'Hours',
    map: 'Find us',
    help: 'Talk to us',
  },
  ja: {
    bar: 'メニュー',
    name: 'みどり茶房 🍵',
    order: 'いますぐ注文',
    until: '10分でご用意します（20時まで）',
    teas: 'お茶',
    sweets: '和菓子',
    hours: '営業時間',
    map: 'アクセス',
    help: 'お問い合わせ',
  },
  th: {
    bar: 'เมนู',
    name: 'ร้านชามิโดริ 🍵',
    order: 'สั่งเลย',
    until: 'พร้อมเสิร์ฟในสิบนาที ถึง 20:00 น.',
    teas: 'ชาของเรา',
    sweets: 'ขนมหวาน',
    hours: 'เวลาเปิด',
    map: 'แผนที่ร้าน',
    help: 'คุยกับเรา',
  },
  'zh-TW': {
    bar: '選單',
    name: '綠意茶坊 🍵',
    order: '立即點餐',
    until: '十分鐘內完成，營業至 20:00',
    teas: '茶飲',
    sweets: '和菓子',
    hours: '營業時間',
    map: '交通資訊',
    help: '聯絡我們',
  },
}

const themes: Themes = {
  light: {
    ground: '#f3efe4',
    card: '#ffffff',
    ink: '#23352b',
    quiet: '#5d6b62',
    accent: '#2f6b4f',
    hero: 'linear-gradient(135deg, #2f6b4f, #1f4a37)',
    onHero: '#ffffff',
  },
  dark: {
    ground: '#101512',
    card: '#1d2621',
    ink: '#e8efe9',
    quiet: '#a9b8ae',
    accent: '#7fc8a0',
    hero: 'linear-gradient(135deg, #3d8a66, #1f4a37)',
    onHero: '#ffffff',
  },
}

/** The context of the components. */
interface Look {
  t?: typeof words.en
  theme?: Theme
}

/** `Context` of a project has its properties by declaration merging; several examples in one folder cannot. */
const look = (context: Look): object => context

const Small: FC<{ icon: string; text: string; children?: Elements }, Look> = (
  { icon, text, children },
  { theme = themes.light },
) => (
  <Cell style="card" fontSize={78}>
    {children}
    <Icon name={icon} size={170} color={theme.accent} />
    {text}
  </Cell>
)

const Home: FC<object, Look> = (_, { t = words.en, theme = themes.light }) => (
  <RichMenu
    chatBarText={t.bar}
    selected
    background={theme.ground}
    styles={stylesOf(theme)}
    gap={36}
    padding={44}
  >
    <Row flex={3} gap={36}>
      <Cell flex={2} style="hero" fontSize={88}>
        <Postback data="order" displayText={t.order} />
        {t.name}
        <Text fontSize={170} fontWeight={700}>
          {t.order}
        </Text>
        <Text fontSize={66}>{t.until}</Text>
      </Cell>
      <Column gap={36}>
        <Small icon="lucide:leaf" text={t.teas}>
          <MessageAction text={t.teas} />
        </Small>
        <Small icon="lucide:cake-slice" text={t.sweets}>
          <MessageAction text={t.sweets} />
        </Small>
      </Column>
    </Row>
    <Row flex={2} gap={36}>
      <Small icon="lucide:clock" text={t.hours}>
        <MessageAction text={t.hours} />
      </Small>
      <Small icon="lucide:map-pin" text={t.map}>
        <Uri uri="https://example.com/map" />
      </Small>
      <Small icon="lucide:message-circle" text={t.help}>
        <MessageAction text={t.help} />
      </Small>
    </Row>
  </RichMenu>
)

/** The menus in a theme. */
export const menusIn = (name: keyof Themes) =>
  richMenus({
    owner: 'midori-tea',
    default: 'home',
    menus: { home: <Home /> },
    context: look({ theme: themes[name] }),
    locales: {
      ja: look({ t: words.ja }),
      th: look({ t: words.th }),
      'zh-TW': look({ t: words['zh-TW'] }),
    },
  })

export default menusIn('light')
