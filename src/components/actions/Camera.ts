import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { CameraAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

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
export const Camera: Component<CameraProps> = fromRow(rows.Camera)
