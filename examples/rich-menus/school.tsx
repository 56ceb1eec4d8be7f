/** The rich menus of a school: two with tabs, for pupils and parents. */
import { type Elements, type FC, MessageAction, Uri } from 'fukidashi'
import { Box, Cell, Icon, RichMenu, richMenus, Row, Tab, Text } from 'fukidashi/rich-menu'
import { stylesOf, type Theme, type Themes } from './themes.js'

const words = {
  en: {
    bar: 'School',
    pupils: 'Pupils',
    parents: 'Parents',
    today: 'Today',
    lessons: 'Mathematics, music, sport',
    lunch: 'Lunch',
    library: 'Library',
    news: 'Letters to parents',
    unread: 'Two are new',
    absent: 'Report an absence',
    teachers: 'Teachers',
  },
  ja: {
    bar: '学校',
    pupils: '生徒',
    parents: '保護者',
    today: '今日の時間割',
    lessons: '数学・音楽・体育',
    lunch: '給食',
    library: '図書室',
    news: '学校だより',
    unread: '新着が2件あります',
    absent: '欠席の連絡',
    teachers: '先生',
  },
  th: {
    bar: 'โรงเรียน',
    pupils: 'นักเรียน',
    parents: 'ผู้ปกครอง',
    today: 'ตารางเรียนวันนี้',
    lessons: 'คณิตศาสตร์ ดนตรี พลศึกษา',
    lunch: 'อาหารกลางวัน',
    library: 'ห้องสมุด',
    news: 'จดหมายถึงผู้ปกครอง',
    unread: 'ใหม่สองฉบับ',
    absent: 'แจ้งลาเรียน',
    teachers: 'คุณครู',
  },
  'zh-TW': {
    bar: '學校',
    pupils: '學生',
    parents: '家長',
    today: '今日課表',
    lessons: '數學、音樂、體育',
    lunch: '營養午餐',
    library: '圖書館',
    news: '家長信',
    unread: '兩封新信件',
    absent: '請假通知',
    teachers: '老師',
  },
}

const themes: Themes = {
  light: {
    ground: '#fff4e2',
    card: '#ffffff',
    ink: '#3a2a14',
    quiet: '#77623f',
    accent: '#c85a11',
    hero: '#ffd58a',
    onHero: '#3a2a14',
  },
  dark: {
    ground: '#17120b',
    card: '#2a2115',
    ink: '#fbeedb',
    quiet: '#c9b592',
    accent: '#ffb25c',
    hero: 'linear-gradient(160deg, #7a3d10, #4d2a10)',
    onHero: '#fff4e2',
  },
}

/** The context of the components. */
interface Look {
  t?: typeof words.en
  theme?: Theme
}

/** `Context` of a project has its properties by declaration merging; several examples in one folder cannot. */
const look = (context: Look): object => context

const School: FC<{ children?: Elements }, Look> = (
  { children },
  { t = words.en, theme = themes.light },
) => {
  const current = { background: theme.ground, color: theme.accent }
  const tab = { background: theme.card, color: theme.quiet, fontSize: 84, gap: 24 }
  return (
    <RichMenu chatBarText={t.bar} background={theme.ground} styles={stylesOf(theme)}>
      <Row height={240}>
        <Tab to="pupils" direction="row" current={current} {...tab}>
          <Icon name="lucide:backpack" size={110} />
          {t.pupils}
        </Tab>
        <Tab to="parents" direction="row" current={current} {...tab}>
          <Icon name="lucide:users" size={110} />
          {t.parents}
        </Tab>
      </Row>
      {children}
    </RichMenu>
  )
}

const Wide: FC<{ icon: string; title: string; more: string; children?: Elements }, Look> = (
  { icon, title, more, children },
  { theme = themes.light },
) => (
  <Cell flex={3} style="hero" direction="row">
    {children}
    <Icon name={icon} size={330} />
    <Box align="start" gap={20}>
      <Text fontSize={140} fontWeight={700}>
        {title}
      </Text>
      <Text fontSize={76} color={theme.onHero}>
        {more}
      </Text>
    </Box>
  </Cell>
)

const Half: FC<{ icon: string; title: string; children?: Elements }, Look> = (
  { icon, title, children },
  { theme = themes.light },
) => (
  <Cell style="card" fontSize={92}>
    {children}
    <Icon name={icon} size={200} color={theme.accent} />
    {title}
  </Cell>
)

const Pupils: FC<object, Look> = (_, { t = words.en }) => (
  <School>
    <Row gap={36} padding={44}>
      <Wide icon="lucide:calendar-days" title={t.today} more={t.lessons}>
        <MessageAction text={t.today} />
      </Wide>
    </Row>
    <Row gap={36} padding={44}>
      <Half icon="lucide:utensils" title={t.lunch}>
        <MessageAction text={t.lunch} />
      </Half>
      <Half icon="lucide:book-open" title={t.library}>
        <Uri uri="https://example.com/library" />
      </Half>
    </Row>
  </School>
)

const Parents: FC<object, Look> = (_, { t = words.en }) => (
  <School>
    <Row gap={36} padding={44}>
      <Wide icon="lucide:mail" title={t.news} more={t.unread}>
        <MessageAction text={t.news} />
      </Wide>
    </Row>
    <Row gap={36} padding={44}>
      <Half icon="lucide:bed" title={t.absent}>
        <MessageAction text={t.absent} />
      </Half>
      <Half icon="lucide:graduation-cap" title={t.teachers}>
        <Uri uri="https://example.com/teachers" />
      </Half>
    </Row>
  </School>
)

/** The menus in a theme. */
export const menusIn = (name: keyof Themes) =>
  richMenus({
    owner: 'school',
    default: 'pupils',
    menus: { pupils: <Pupils />, parents: <Parents /> },
    context: look({ theme: themes[name] }),
    locales: {
      ja: look({ t: words.ja }),
      th: look({ t: words.th }),
      'zh-TW': look({ t: words['zh-TW'] }),
    },
  })

export default menusIn('light')
