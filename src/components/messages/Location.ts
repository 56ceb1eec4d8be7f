import type { Props } from '../../jsx-runtime/types.js'
import type { LocationMessage } from '../../spec/location.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { AroundChildren } from '../children.js'

/** Props of {@link Location}. */
export interface LocationProps
  extends MessageProps, Omit<Props<LocationMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: AroundChildren
}

/**
 * A location message: title and address of up to {@limit LocationMessage_title_maxUtf16} characters each, and the place in degrees.
 *
 * @example
 * <Location title="Our shop" address="1-3 Kioicho, Chiyoda-ku, Tokyo" latitude={35.67966} longitude={139.73669} />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#location-message
 */
export const Location = fromRow<LocationProps>(rows.Location)
