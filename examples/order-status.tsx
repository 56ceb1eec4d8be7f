/** The status of an order, in the user's language: an async component, and a translator in the context. */
import { type FC, MessageAction, QuickReply, Text } from 'fukidashi'

const phrases = {
  en: { shipped: 'Your order {} is on its way.', help: 'Help' },
  ja: { shipped: 'ご注文 {} を発送しました。', help: 'ヘルプ' },
  th: { shipped: 'คำสั่งซื้อ {} ถูกจัดส่งแล้ว', help: 'ช่วยเหลือ' },
  'zh-TW': { shipped: '您的訂單 {} 已出貨。', help: '說明' },
}

type Language = keyof typeof phrases
type Phrase = keyof (typeof phrases)['en']

/** `t` of one language. */
export const translator =
  (language: Language) =>
  (phrase: Phrase, value = '') =>
    phrases[language][phrase].replace('{}', value)

/**
 * The context of this component. A bot can declare it once for all of its components:
 * `declare module 'fukidashi' { interface Context { t: Translate } }`.
 */
interface Translated {
  t: ReturnType<typeof translator>
}

export const OrderStatus: FC<{ id: number }, Translated> = async ({ id }, { t }) => {
  const { number } = await findOrder(id)
  return (
    <Text>
      {t('shipped', number)}
      <QuickReply>
        <MessageAction label={t('help')} text={t('help')} />
      </QuickReply>
    </Text>
  )
}

/** Replace this with your database. */
const findOrder = (id: number) => Promise.resolve({ number: `A-${id}` })

export default <OrderStatus id={1042} />
