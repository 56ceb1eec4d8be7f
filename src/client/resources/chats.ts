import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

const loadingSeconds: readonly unknown[] = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]

/** Loading animation and read marks: `line.chats`. */
export class Chats extends Resource {
  /**
   * Shows the loading animation until a message arrives or the time is over. Only in chats with one user, while the chat is open.
   *
   * @param seconds - 5 to 60 in steps of 5, 20 by default
   * @throws {LineArgumentError} `parameter_invalid` for other numbers
   * @example
   * await line.chats.showLoading(userId, 60)
   * @see https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator
   */
  async showLoading(userId: string, seconds?: number, options?: CallOptions): Promise<void> {
    if (seconds !== undefined && !loadingSeconds.includes(seconds))
      throw new LineArgumentError(
        'parameter_invalid',
        `the seconds of the loading animation are 5 to 60 in steps of 5, not ${describeArgument(seconds)}`,
      )
    const body = { chatId: userId, ...(seconds !== undefined && { loadingSeconds: seconds }) }
    await this.engine.call('showLoadingAnimation', { body }, options)
  }

  /**
   * Marks a message, and all before it, as read. For accounts with chat switched on.
   *
   * @param markAsReadToken - from the message of an event
   * @see https://developers.line.biz/en/reference/messaging-api/#mark-as-read
   */
  markAsRead(markAsReadToken: string, options?: CallOptions): Promise<void> {
    return this.engine.call('markMessagesAsReadByToken', { body: { markAsReadToken } }, options)
  }

  /**
   * Marks all messages of a user as read. For corporate customers; others use {@link Chats.markAsRead}.
   * @see https://developers.line.biz/en/reference/partner-docs/#mark-messages-from-users-as-read
   */
  markAllAsRead(userId: string, options?: CallOptions): Promise<void> {
    return this.engine.call('markMessagesAsRead', { body: { chat: { userId } } }, options)
  }
}
