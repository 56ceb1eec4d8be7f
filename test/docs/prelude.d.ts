/** What examples in docstrings take for granted. */
declare const line: import('fukidashi/client').LineClient
declare const userId: string
declare const groupId: string
declare const total: number
declare const items: readonly { id: string; name: string }[]
declare const message: import('fukidashi').Message
declare const problem: import('fukidashi').Problem
declare const stored: string
declare const t: (key: string, ...values: unknown[]) => string
declare function priceOf(id: string): Promise<number>
declare function ItemBubble(props: {
  item: { id: string; name: string }
}): import('fukidashi').JSX.Element
declare function Menu(props: {
  items?: readonly { id: string; name: string }[]
}): import('fukidashi').JSX.Element
