/** The webhook that code is running for, also in what it does not await. */
import type { WebhookRecord } from '../journal.js'
import { builtin } from './builtin.js'

const Storage = builtin('node:async_hooks')?.AsyncLocalStorage
const storage = Storage && new Storage<WebhookRecord>()

/** Runs a function for a webhook. */
export const runFor = <T>(record: WebhookRecord, run: () => T): T =>
  storage ? storage.run(record, run) : run()

/** The webhook that the running code belongs to; `undefined` if it is not known. */
export const currentWebhook = (): WebhookRecord | undefined => storage?.getStore()
