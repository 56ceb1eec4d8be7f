/** Images, videos, audio and files that users sent. */
import type * as api from '../spec/api/index.js'
import { bytes, get, json } from './endpoint.js'

/** Milliseconds without a byte. */
const idleTimeout = 30_000

export const content = {
  getMessageContent: get('/v2/bot/message/{messageId}/content', {
    host: 'data',
    answer: bytes<Uint8Array>(),
    late: 202,
    idleTimeout,
  }),
  getMessageContentPreview: get('/v2/bot/message/{messageId}/content/preview', {
    host: 'data',
    answer: bytes<Uint8Array>(),
    late: 202,
    idleTimeout,
  }),
  getMessageContentTranscodingByMessageId: get('/v2/bot/message/{messageId}/content/transcoding', {
    host: 'data',
    answer: json<api.GetMessageContentTranscodingResponse>(),
  }),
}
