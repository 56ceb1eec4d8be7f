import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { LocationAction as LocationActionJson } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link LocationAction}. */
export type LocationActionProps = Props<LocationActionJson>

/**
 * Lets the user send a location. In quick replies only.
 *
 * @example
 * <QuickReply><LocationAction label="Send where I am" /></QuickReply>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#location-action
 */
export const LocationAction: Component<LocationActionProps> = fromRow(rows.LocationAction)
