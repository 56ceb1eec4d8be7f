/** Everything that happens, as it happens: server-sent events, for pages. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { shownEntries } from '../control/shown.js'
import type { Emulator } from '../emulator.js'
import type { JournalRecord } from '../journal.js'

export function streamEvents(
  line: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(': here\n\n')
  const end = line.watch((record) => {
    response.write(`event: ${record.type}\ndata: ${JSON.stringify(shown(record))}\n\n`)
  })
  request.on('close', end)
}

const shown = (record: JournalRecord): unknown =>
  record.type === 'message' ? { ...record, entry: shownEntries([record.entry])[0] } : record
