import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { CameraRollAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

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
export const CameraRoll: Component<CameraRollProps> = fromRow(rows.CameraRoll)
