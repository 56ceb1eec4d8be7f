import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { Sender as SenderJson } from '../../spec/sender.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Sender}. */
export type SenderProps = Props<SenderJson>

/**
 * Name, up to {@limit Sender_name_maxUtf16} characters, and square PNG icon of a message, instead of the account's own.
 *
 * @example
 * <Text>
 *   Your train is late.
 *   <Sender name="Station" iconUrl="https://example.com/station.png" />
 * </Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch
 */
export const Sender: Component<SenderProps> = fromRow(rows.Sender)
