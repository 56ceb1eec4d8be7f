import type { Late } from '../../jsx-runtime/deferred.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { PostbackAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Postback}. */
export interface PostbackProps extends Omit<Props<PostbackAction>, 'data'> {
  /** Comes back in `postback.data`, up to {@limit PostbackAction_data_maxUtf16} UTF-16 code units; may be signed by `definePostback`. */
  data: string | Late<string>
}

/**
 * Sends a postback event to the bot. `data` is up to {@limit PostbackAction_data_maxUtf16} UTF-16 code units; `displayText` is
 * shown as a message of the user.
 *
 * @example
 * <Postback label="Buy" data="action=buy&id=1" displayText="I take it" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 */
export const Postback = fromRow<PostbackProps>(rows.Postback)
