/** The rich menu of a clinic: six cells of the same size, with icons. */
import { type Elements, type FC, MessageAction, Postback, Uri } from 'fukidashi'
import { Cell, Icon, RichMenu, richMenus, Row, Text } from 'fukidashi/rich-menu'
import { stylesOf, type Theme, type Themes } from './themes.js'

const words = {
  en: {
    bar: 'Clinic',
    book: ['Appointment', 'Today and tomorrow'],
    cancel: ['Change or cancel', 'Up to 2 hours before'],
    queue: ['Waiting time', 'Right now'],
    doctors: ['Our doctors', 'Who is here today'],
    map: ['Directions', 'Parking and bus'],
    call: ['Call us', '24 hours'],
  },
  ja: {
    bar: '診療メニュー',
    book: ['診療の予約', '本日・明日'],
    cancel: ['予約の変更・取消', '2時間前まで'],
    queue: ['待ち時間', 'ただいまの状況'],
    doctors: ['医師の紹介', '本日の担当医'],
    map: ['アクセス', '駐車場・バス'],
    call: ['電話をかける', '24時間受付'],
  },
  th: {
    bar: 'คลินิก',
    book: ['นัดหมายแพทย์', 'วันนี้และพรุ่งนี้'],
    cancel: ['เปลี่ยนหรือยกเลิก', 'ก่อนเวลา 2 ชั่วโมง'],
    queue: ['เวลารอคิว', 'ขณะนี้'],
    doctors: ['แพทย์ของเรา', 'แพทย์เวรวันนี้'],
    map: ['เส้นทาง', 'ที่จอดรถและรถบัส'],
    call: ['โทรหาเรา', 'ตลอด 24 ชั่วโมง'],
  },
  'zh-TW': {
    bar: '診所選單',
    book: ['預約掛號', '今天與明天'],
    cancel: ['更改或取消', '兩小時前'],
    queue: ['候診時間', '目前狀況'],
    doctors: ['醫師介紹', '今日看診醫師'],
    map: ['交通資訊', '停車場與公車'],
    call: ['撥打電話', '24 小時'],
  },
}

const themes: Themes = {
  light: {
    ground: '#e3eef6',
    card: '#ffffff',
    ink: '#12324a',
    quiet: '#4d6a80',
    accent: '#0f7ea8',
    hero: '#0f6f94',
    onHero: '#ffffff',
  },
  dark: {
    ground: '#0c141a',
    card: '#17232c',
    ink: '#e6f0f6',
    quiet: '#9db4c3',
    accent: '#5cc3e8',
    hero: '#0f6f94',
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

const Tile: FC<{ icon: string; text: string[]; main?: boolean; children?: Elements }, Look> = (
  { icon, text: [title, more], main = false, children },
  { theme = themes.light },
) => (
  <Cell style={main ? 'hero' : 'card'} fontSize={84} fontWeight={700}>
    {children}
    <Icon name={icon} size={220} color={main ? theme.onHero : theme.accent} />
    {title}
    <Text fontSize={58} fontWeight={400} color={main ? theme.onHero : theme.quiet}>
      {more}
    </Text>
  </Cell>
)

const Home: FC<object, Look> = (_, { t = words.en, theme = themes.light }) => (
  <RichMenu
    chatBarText={t.bar}
    background={theme.ground}
    styles={stylesOf(theme)}
    gap={32}
    padding={40}
  >
    <Row gap={32}>
      <Tile icon="lucide:calendar-plus" text={t.book} main>
        <Postback data="book" />
      </Tile>
      <Tile icon="lucide:calendar-x" text={t.cancel}>
        <Postback data="cancel" />
      </Tile>
      <Tile icon="lucide:hourglass" text={t.queue}>
        <MessageAction text="queue" />
      </Tile>
    </Row>
    <Row gap={32}>
      <Tile icon="lucide:stethoscope" text={t.doctors}>
        <Uri uri="https://example.com/doctors" />
      </Tile>
      <Tile icon="lucide:map-pin" text={t.map}>
        <Uri uri="https://example.com/map" />
      </Tile>
      <Tile icon="lucide:phone" text={t.call}>
        <Uri uri="tel:+81-3-0000-0000" />
      </Tile>
    </Row>
  </RichMenu>
)

/** The menus in a theme. */
export const menusIn = (name: keyof Themes) =>
  richMenus({
    owner: 'clinic',
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
