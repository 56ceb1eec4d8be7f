import type * as api from '../../spec/api/index.js'
import { monotonic } from '../../common/clock.js'
import { checkNumber } from '../check-options.js'
import { type Content, contentOf } from '../content/content.js'
import { LineApiError } from '../errors/api-error.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import type { CallOptions } from '../options.js'
import type { ContentOptions } from './operation-options.js'
import { Resource } from './resource.js'

/** The id of a message, or the message of an event. */
export type ContentMessage =
  string | { id: string; contentProvider?: { type: string; originalContentUrl?: string } }

/** Milliseconds between two checks of content that LINE is preparing. */
const pause = 1000

/** Images, videos, audio and files that users sent: `line.content`. */
export class Contents extends Resource {
  /**
   * Gets the image, video, audio or file of a message.
   *
   * @throws {LineApiError} `content_not_ready` (see `wait`), `resource_not_found`, `resource_gone` after the user unsent it
   * @throws {LineArgumentError} `content_external` if LINE does not have it, `content_too_large`
   * @example
   * const { stream, type } = await line.content.get(event.message, { wait: true, maxBytes: 50_000_000 })
   * await bucket.put(event.message.id, stream)
   * @see https://developers.line.biz/en/reference/messaging-api/#get-content
   */
  async get(message: ContentMessage, options: ContentOptions = {}): Promise<Content> {
    const messageId = idOf(message)
    checkContentOptions(options)
    const patience = options.wait === true ? 60_000 : options.wait || 0
    const { clock } = this.engine
    const end = monotonic(clock) + patience
    for (;;) {
      try {
        const input = { path: { messageId } }
        const outcome = await this.engine.exchange('getMessageContent', input, options)
        return contentOf(outcome, options.maxBytes)
      } catch (error) {
        if (!isNotReady(error) || monotonic(clock) + pause > end) throw error
      }
      if (!(await this.#prepared(messageId, end, options)))
        throw new LineArgumentError('content_failed', `LINE could not prepare content ${messageId}`)
    }
  }

  /**
   * Gets the preview image of an image or video that a user sent.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-image-or-video-preview
   */
  async preview(message: ContentMessage, options: ContentOptions = {}): Promise<Content> {
    checkContentOptions(options)
    const input = { path: { messageId: idOf(message) } }
    const outcome = await this.engine.exchange('getMessageContentPreview', input, options)
    return contentOf(outcome, options.maxBytes)
  }

  /**
   * Gets the status of a video or audio file that LINE is preparing.
   * @see https://developers.line.biz/en/reference/messaging-api/#verify-video-or-audio-preparation-status
   */
  async transcoding(
    message: ContentMessage,
    options?: CallOptions,
  ): Promise<api.GetMessageContentTranscodingResponse['status']> {
    const input = { path: { messageId: idOf(message) } }
    return (await this.engine.call('getMessageContentTranscodingByMessageId', input, options))
      .status
  }

  /** Waits until LINE has prepared the content, or the time is over. False if LINE cannot prepare it. */
  async #prepared(messageId: string, end: number, options: CallOptions): Promise<boolean> {
    const { clock } = this.engine
    for (;;) {
      try {
        await clock.sleep(pause, options.signal)
      } catch (error) {
        // The next call throws the usual error for an aborted signal.
        if (!options.signal?.aborted) throw error
      }
      const status = await this.transcoding(messageId, options)
      if (status !== 'processing' || monotonic(clock) + pause > end) return status !== 'failed'
    }
  }
}

function checkContentOptions({ wait, maxBytes }: ContentOptions): void {
  if (typeof wait !== 'boolean')
    checkNumber('wait', wait, { min: 0, infinity: 'for no limit', unit: 'milliseconds' })
  checkNumber('maxBytes', maxBytes, { min: 0, infinity: 'for no limit', unit: 'bytes' })
}

const isNotReady = (error: unknown) =>
  error instanceof LineApiError && error.code === 'content_not_ready'

function idOf(message: ContentMessage): string {
  if (typeof message === 'string') return message
  if (typeof (message as { id?: unknown } | null | undefined)?.id !== 'string')
    throw new LineArgumentError(
      'parameter_invalid',
      `content needs the id of a message, or the message of an event, and got ${describeArgument(message)}`,
    )
  const { contentProvider } = message
  if (contentProvider?.type === 'external')
    throw new LineArgumentError(
      'content_external',
      `LINE does not have this content; it is at ${contentProvider.originalContentUrl ?? 'originalContentUrl of its contentProvider'}`,
    )
  return message.id
}
