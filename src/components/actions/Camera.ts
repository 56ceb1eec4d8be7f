import { component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { CameraAction } from '../../spec/action.js'
import { childless } from '../distribute.js'

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
export const Camera = component('Camera', 'action', (props: CameraProps, compiler) =>
  childless(compiler, 'Camera', { type: 'camera' }, props),
)
