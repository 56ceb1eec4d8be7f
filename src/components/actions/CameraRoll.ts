import { component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { CameraRollAction } from '../../spec/action.js'
import { childless } from '../distribute.js'

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
export const CameraRoll = component('CameraRoll', 'action', (props: CameraRollProps, compiler) =>
  childless(compiler, 'CameraRoll', { type: 'cameraRoll' }, props),
)
