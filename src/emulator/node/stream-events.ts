/** Streams all records. */
import type { ServerResponse } from 'node:http'
import { recordView } from '../control/views.js'
import type { Emulator } from '../emulator.js'
import { eventStream } from './event-stream.js'

export function streamEvents(line: Emulator, response: ServerResponse): void {
  const { send, ended } = eventStream(response, ': here\n\n')
  const end = line.watch((record) => send(record.type, recordView(record)))
  void ended.then(end)
}
