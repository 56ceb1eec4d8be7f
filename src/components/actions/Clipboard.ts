import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { ClipboardAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Clipboard}. */
export type ClipboardProps = Props<ClipboardAction>

/**
 * Copies a text of {@limit ClipboardAction_clipboardText_minUtf16} to {@limit ClipboardAction_clipboardText_maxUtf16} UTF-16 code units.
 *
 * @example
 * <Clipboard label="Copy the code" clipboardText="TEA-2026" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#clipboard-action
 */
export const Clipboard: Component<ClipboardProps> = fromRow(rows.Clipboard)
