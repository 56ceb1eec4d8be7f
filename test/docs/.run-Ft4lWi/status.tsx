import { type FC, renderAsync, Text } from 'fukidashi'

declare module 'fukidashi' {
  interface Context {
    t: (key: string) => string
  }
}

const findOrder = (id: number) => Promise.resolve({ number: `A-${id}` })

const Status: FC<{ id: number }> = async ({ id }, { t }) => {
  const { number } = await findOrder(id)
  return (
    <Text>
      {t('shipped')} {number}
    </Text>
  )
}

const thai: Record<string, string> = { shipped: 'จัดส่งแล้ว' }
const messages = await renderAsync(<Status id={1042} />, {
  context: { t: (key) => thai[key] ?? key },
})
console.log(JSON.stringify(messages))
