/** The words of the bot in each language. Components get them as their second argument. */
const english = {
  welcome: 'Welcome to the tea shop!',
  help: 'What would you like to do?',
  menu: 'Menu',
  hours: 'Opening hours',
  open: 'We are open from 10:00 to 19:00, but not on Mondays.',
  teas: 'Our teas',
  buy: 'Buy',
  confirm: (name: string, price: string) => `One bag of ${name} for ${price}?`,
  yes: 'Yes, please',
  no: 'No, thank you',
  receipt: 'Receipt',
  thanks: 'Thank you! Your tea is ready in ten minutes.',
  later: 'No problem. The menu is always here.',
  gone: 'We do not have that tea any more.',
}

export type Words = typeof english

const japanese: Words = {
  welcome: 'お茶の店へようこそ！',
  help: 'ご用件をお選びください。',
  menu: 'メニュー',
  hours: '営業時間',
  open: '10時から19時まで営業しています。月曜定休です。',
  teas: 'お茶の一覧',
  buy: '購入する',
  confirm: (name, price) => `${name} 1袋（${price}）でよろしいですか？`,
  yes: 'はい',
  no: 'いいえ',
  receipt: 'レシート',
  thanks: 'ありがとうございます！10分ほどでご用意できます。',
  later: '承知しました。メニューはいつでもご覧いただけます。',
  gone: 'そのお茶は取り扱いを終了しました。',
}

const words = { en: english, ja: japanese }

export type Locale = keyof typeof words

export const locales: readonly [Locale, ...Locale[]] = ['en', 'ja']

/** The words of a language; English if the shop does not speak it. */
export const wordsOf = (language = 'en'): Words =>
  language in words ? words[language as Locale] : words.en

declare module 'fukidashi' {
  interface Context {
    words: Words
  }
}
