import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { UriAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Uri}. */
export type UriProps = Props<UriAction>

/**
 * Opens an address: http, https, line or tel, percent-encoded, up to {@limit url.link} UTF-16 code units.
 *
 * @example
 * <Uri label="Details" uri="https://example.com/tea?id=1" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#uri-action
 */
export const Uri: Component<UriProps> = fromRow(rows.Uri)
