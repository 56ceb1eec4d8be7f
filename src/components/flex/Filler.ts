import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { FlexFiller } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

// Deprecated by LINE, not by us: what is still sent has to be writable.
/* eslint-disable @typescript-eslint/no-deprecated */

/** Props of {@link Filler}. */
export type FillerProps = Props<FlexFiller>

/**
 * An empty space.
 *
 * @deprecated Use the paddings and margins of boxes.
 *
 * @example
 * <Flex.Filler flex={2} />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#filler
 */
export const Filler: Component<FillerProps> = fromRow(rows.FlexFiller)
