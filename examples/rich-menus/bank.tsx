/** The rich menu of a bank: a compact one, with four cells. */
import { type FC, Postback, Uri } from 'fukidashi'
import { Box, Cell, Icon, RichMenu, richMenus, Row, Text } from 'fukidashi/rich-menu'
import { stylesOf, type Theme, type Themes } from './themes.js'

const words = {
  en: {
    bar: 'Account',
    balance: 'Balance',
    note: 'Only you can see it',
    send: 'Transfer',
    pay: 'Pay a bill',
    help: 'Lost card',
  },
  ja: {
    bar: '口座メニュー',
    balance: '残高照会',
    note: 'ご本人だけが見られます',
    send: '振込',
    pay: '料金の支払い',
    help: 'カードの紛失',
  },
  th: {
    bar: 'บัญชี',
    balance: 'ยอดเงิน',
    note: 'เห็นได้เฉพาะคุณ',
    send: 'โอนเงิน',
    pay: 'จ่ายบิล',
    help: 'บัตรหาย',
  },
  'zh-TW': {
    bar: '帳戶選單',
    balance: '餘額查詢',
    note: '只有您看得到',
    send: '轉帳',
    pay: '繳費',
    help: '卡片掛失',
  },
}

const themes: Themes = {
  light: {
    ground: '#eceff4',
    card: '#ffffff',
    ink: '#152238',
    quiet: '#51607a',
    accent: '#24489c',
    hero: 'linear-gradient(120deg, #24489c, #16265c)',
    onHero: '#ffffff',
  },
  dark: {
    ground: '#0a0e17',
    card: '#161d2c',
    ink: '#e7ecf6',
    quiet: '#a2aec6',
    accent: '#8fb0ff',
    hero: 'linear-gradient(120deg, #2c56b8, #16265c)',
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

const Home: FC<object, Look> = (_, { t = words.en, theme = themes.light }) => {
  const icon = { size: 180, color: theme.accent }
  return (
    <RichMenu
      chatBarText={t.bar}
      size="compact"
      selected
      background={theme.ground}
      styles={stylesOf(theme)}
    >
      <Row gap={32} padding={40}>
        <Cell flex={2} style="hero" align="start" direction="row">
          <Postback data="balance" />
          <Box width={230} height={230} radius={115} background="#ffffff">
            <Icon name="lucide:wallet" size={130} color="#24489c" />
          </Box>
          <Box align="start" gap={12} padding={20}>
            <Text fontSize={92} fontWeight={700}>
              {t.balance}
            </Text>
            <Text fontSize={44}>{t.note}</Text>
          </Box>
        </Cell>
        <Cell style="card" fontSize={62} border={4} borderColor={theme.accent}>
          <Postback data="transfer" />
          <Icon name="lucide:send" {...icon} />
          {t.send}
        </Cell>
        <Cell style="card" fontSize={62}>
          <Postback data="bill" />
          <Icon name="lucide:receipt-text" {...icon} />
          {t.pay}
        </Cell>
        <Cell style="card" fontSize={62}>
          <Uri uri="tel:+81-3-0000-0000" />
          <Icon name="lucide:shield-alert" {...icon} />
          {t.help}
        </Cell>
      </Row>
    </RichMenu>
  )
}

/** The menus in a theme. */
export const menusIn = (name: keyof Themes) =>
  richMenus({
    owner: 'bank',
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
