/** What README and the examples in docstrings take for granted: the reader's own data and functions. */

// Who and what
declare const userId: string
declare const userIds: string[]
declare const groupId: string
declare const roomId: string
declare const replyToken: string
declare const to: string
declare const total: number
declare const stored: string
declare const items: { id: string; name: string; itemKey: string; content: string }[]
declare const message: import('fukidashi').Message & {
  body: import('fukidashi/webhook').WebhookBody
  retry(): void
}
declare const problem: import('fukidashi').Problem
declare const menu: import('fukidashi').spec.RichMenuRequest
declare const menus: import('fukidashi/rich-menu').RichMenuSet
declare const home: import('fukidashi/rich-menu').RichMenuNode
declare const ShopMap: import('fukidashi').FC
declare const FloorMap: import('fukidashi').FC
declare const richMenuId: string
declare const oldId: string
declare const newId: string
declare const t: (key: string, ...values: unknown[]) => string
declare function priceOf(id: string): Promise<number>

interface Item {
  id: string
  name: string
  description: string
  photo: string
  url: string
}
interface Order {
  lines: { name: string; price: number }[]
  total: number
}
declare const sencha: Item

// Components
type JsxElement = import('fukidashi').JSX.Element
declare function ItemBubble(props: { item: (typeof items)[number] }): JsxElement
declare function Menu(props: { items?: typeof items }): JsxElement
declare function News(): JsxElement
declare function Prices(): JsxElement
declare function Answer(): JsxElement

// Catalogs
declare const shop: string
declare const longest: Item
declare function ItemCard(props: { item: Item; shop?: string }): JsxElement
declare function Greeting(): JsxElement
declare function MainMenu(): JsxElement
declare const catalog: import('fukidashi/catalog').Catalog<
  'ja' | 'th' | 'en',
  import('fukidashi').Context
>
declare const card: import('fukidashi/catalog').ComponentStories<
  { item: Item },
  never,
  'ja' | 'th' | 'en',
  import('fukidashi/catalog').Story<'ja' | 'th' | 'en'>
>
declare const i18n: { getFixedT(locale: string): (key: string, ...values: unknown[]) => string }

// Client and webhook
declare const line: import('fukidashi/client').LineClient
declare const bot: import('fukidashi/webhook').Bot
declare const ctx: import('fukidashi/webhook').ContextOf<'message:text', SampleSession>
type SampleSession = import('fukidashi/session').Session<{
  name?: string
  question?: string
  count: number
}>
declare const sessions: import('fukidashi/session').SessionDefinition<SampleSession>
declare const destination: string
declare const accounts: Map<string, { secret: string; token: string }>
declare const buy: import('fukidashi').PostbackDefinition<{ id: number }>
declare const refund: import('fukidashi').SignedPostbackDefinition<{ id: number }>
declare const data: string
declare const cursor: string
declare const event: {
  replyToken: string
  message: import('fukidashi/webhook').ImageMessageContent
}
declare const channelId: string
declare const channelSecret: string
declare const channelAccessToken: string
declare const keyId: string
declare const jwk: JsonWebKey
declare const request: Request
declare const bytes: Uint8Array
declare const signature: string
declare const secret: string
declare const bucket: { put(name: string, stream: unknown): Promise<void> }
declare const queue: { push(job: unknown): Promise<void>; send(job: unknown): Promise<void> }
declare function report(error: unknown): void
declare function waitForNextMonth(): Promise<void>
declare function later(to: unknown): Promise<void>
declare function store(page: unknown): Promise<void>
declare function thank(userId: string): Promise<void>
declare function greet(userId: string): Promise<void>

// Other libraries
declare const v: typeof import('valibot')
declare const createServer: typeof import('node:http').createServer
declare const readFile: typeof import('node:fs/promises').readFile
declare const express: typeof import('express')
