import type { Props } from '../../jsx-runtime/types.js'
import type { CameraAction } from '../../spec/action.js'
import { simple } from '../distribute.js'

/** Props of {@link Camera}. */
export type CameraProps = Props<CameraAction>

/**
 * Opens the camera. In quick replies only.
 *
 * @example
 * <QuickReply><Camera label="Take a picture" /></QuickReply>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#camera-action
 */
export const Camera = simple<CameraProps>('Camera', 'action', 'camera')
