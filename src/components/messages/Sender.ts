import type { Props } from '../../jsx-runtime/types.js'
import type { Sender as SenderJson } from '../../spec/sender.js'
import { simple } from '../distribute.js'

/** Props of {@link Sender}. */
export type SenderProps = Props<SenderJson>

/**
 * Name, up to 20 characters, and square PNG icon that a message is shown with instead of the account's own.
 *
 * @example
 * <Text>
 *   Your train is late.
 *   <Sender name="Station" iconUrl="https://example.com/station.png" />
 * </Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch
 */
export const Sender = simple<SenderProps>('Sender', 'sender')
