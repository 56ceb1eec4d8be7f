import type { Props } from '../../jsx-runtime/types.js'
import type { LocationAction as LocationActionJson } from '../../spec/action.js'
import { simple } from '../distribute.js'

/** Props of {@link LocationAction}. */
export type LocationActionProps = Props<LocationActionJson>

/**
 * Lets the user send a place. In quick replies only.
 *
 * @example
 * <QuickReply><LocationAction label="Send where I am" /></QuickReply>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#location-action
 */
export const LocationAction = simple<LocationActionProps>('LocationAction', 'action', 'location')
