import type { Props } from '../../jsx-runtime/types.js'
import type { ClipboardAction } from '../../spec/action.js'
import { simple } from '../distribute.js'

/** Props of {@link Clipboard}. */
export type ClipboardProps = Props<ClipboardAction>

/**
 * Copies a text of 1 to 1,000 UTF-16 code units.
 *
 * @example
 * <Clipboard label="Copy the code" clipboardText="TEA-2026" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#clipboard-action
 */
export const Clipboard = simple<ClipboardProps>('Clipboard', 'action', 'clipboard')
