import type { Late } from '../../jsx-runtime/deferred.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { DatetimePickerAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link DatetimePicker}. */
export interface DatetimePickerProps extends Omit<Props<DatetimePickerAction>, 'data'> {
  /** Comes back in `postback.data`, up to {@limit DatetimePickerAction_data_maxUtf16} UTF-16 code units; may be signed by `definePostback`. */
  data: string | Late<string>
}

/**
 * Lets the user choose a date, a time or both, and sends it as a postback. `initial`, `min` and `max` have the format of `mode`.
 *
 * @example
 * <DatetimePicker label="Choose a day" data="book" mode="date" min="2026-01-01" max="2026-12-31" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#datetime-picker-action
 */
export const DatetimePicker = fromRow<DatetimePickerProps>(rows.DatetimePicker)
