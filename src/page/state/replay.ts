import type { CallRecord } from '../../emulator/index.js'
import { headersOf } from '../inspector/curl.js'

/** Repeats a call. */
export async function replay(record: CallRecord): Promise<void> {
  if (typeof record.request !== 'string') return
  const headers = headersOf(record).filter(([name]) => !name.toLowerCase().startsWith('sec-'))
  const withBody = record.method !== 'GET' && record.request !== ''
  await fetch(record.path, {
    method: record.method,
    headers: Object.fromEntries(headers),
    ...(withBody && { body: record.request }),
  })
}
