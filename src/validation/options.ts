/** What `validate` is told. */

/** Kinds of values that can be validated by themselves. */
export type ValidateAs =
  | 'messages'
  | 'message'
  | 'action'
  | 'flex'
  | 'bubble'
  | 'flex-component'
  | 'template'
  | 'quick-reply'
  | 'imagemap'
  | 'rich-menu'
  | 'rich-menu-alias'
  | 'rich-menu-alias-update'
  | 'rich-menu-batch'
  | 'rich-menu-bulk-link'
  | 'rich-menu-bulk-unlink'
  | 'recipient'
  | 'demographic'
  | 'filter'
  | 'limit'
  | 'coupon'

/** Where messages are to be sent with. */
export type Endpoint = 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast' | 'pnp'

/** Options of `validate` and `assertValid`. */
export interface ValidateOptions {
  /** What the value is; one message or an array of messages unless said. */
  as?: ValidateAs | undefined
  /** The endpoint the messages are for. Without it, what depends on it is a warning. */
  endpoint?: Endpoint | undefined
  /** Who receives the messages. Without it, what depends on it is a warning. */
  to?: 'user' | 'group' | 'room' | undefined
  /** How many messages are permitted; 5 unless said, which is what LINE takes in one request. */
  maxMessages?: number | undefined
}
