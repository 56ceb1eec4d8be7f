/** The content that users have sent: pictures, videos, recordings and files. */
import { refusal, type Result } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import type { Entry, Media } from '../state/people.js'

/** @throws {Refusal} 404, 410 */
function mediaOf({ world, params }: Call): { entry: Entry; media: Media } {
  const entry = world.place(params['messageId']!)?.entry
  if (entry?.media && (entry.unsent || entry.media.gone)) throw refusal(410, sentences.contentGone)
  if (!entry?.media) throw refusal(404, sentences.contentNotFound)
  return { entry, media: entry.media }
}

const NOT_YET: Result = { status: 202 }

const isReady = ({ readyAt, failed }: Media, now: number) => !failed && readyAt <= now

export const content = {
  getMessageContent: (call) => {
    const { media } = mediaOf(call)
    if (!isReady(media, call.world.now)) return NOT_YET
    return { bytes: media.bytes, contentType: media.contentType }
  },
  getMessageContentPreview: (call) => {
    const { entry, media } = mediaOf(call)
    if (entry.message.type !== 'image' && entry.message.type !== 'video')
      throw refusal(400, sentences.noPreview)
    if (!isReady(media, call.world.now)) return NOT_YET
    return {
      bytes: media.preview ?? media.bytes,
      contentType: media.previewType ?? media.contentType,
    }
  },
  getMessageContentTranscodingByMessageId: (call) => {
    const { entry, media } = mediaOf(call)
    if (entry.message.type !== 'video' && entry.message.type !== 'audio')
      throw refusal(400, sentences.noTranscoding)
    const ready = isReady(media, call.world.now)
    return { json: { status: media.failed ? 'failed' : ready ? 'succeeded' : 'processing' } }
  },
} satisfies Record<string, Operation>
