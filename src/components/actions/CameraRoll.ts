import type { Props } from '../../jsx-runtime/types.js'
import type { CameraRollAction } from '../../spec/action.js'
import { simple } from '../distribute.js'

/** Props of {@link CameraRoll}. */
export type CameraRollProps = Props<CameraRollAction>

/**
 * Opens the camera roll. In quick replies only.
 *
 * @example
 * <QuickReply><CameraRoll label="Choose a picture" /></QuickReply>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#camera-roll-action
 */
export const CameraRoll = simple<CameraRollProps>('CameraRoll', 'action', 'cameraRoll')
