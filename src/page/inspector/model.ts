/** What the inspector shows, and what can be done with it. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { CallRecord, WebhookRecord } from '../../emulator/index.js'
import type { Place } from '../problems/failure-text.js'
import type { NameOf } from './in-words.js'
import type { LogRecord } from './records.js'
import type { Story } from './stories.js'

/** Somebody whose records can be selected. */
export interface Party {
  id: string
  name: string
}

export interface InspectorModel {
  readonly stories: ReadonlySignal<readonly Story[]>
  readonly records: ReadonlySignal<ReadonlyMap<number, LogRecord>>
  /** Number of the open record. */
  readonly selected: Signal<number | undefined>
  /** Counts how often a record was opened from outside, so that it gets the focus. */
  readonly reveals: ReadonlySignal<number>
  /** The list that is open. */
  readonly tab: Signal<'activity' | 'problems'>
  /** People and groups. */
  readonly parties: ReadonlySignal<readonly Party[]>
  /** The chat that is open beside the inspector. */
  readonly chatId: ReadonlySignal<string | undefined>
  readonly nameOf: ReadonlySignal<NameOf>
  replay(call: CallRecord): void
  redeliver(webhook: WebhookRecord): void
  openPlace?: (place: Place) => void
}
