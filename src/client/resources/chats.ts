import {
  ShowLoadingAnimationRequest_loadingSeconds_maximum as max,
  ShowLoadingAnimationRequest_loadingSeconds_minimum as min,
  ShowLoadingAnimationRequest_loadingSeconds_multipleOf as step,
} from '../../spec/generated/numbers.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

const isDuration = (seconds: unknown) =>
  typeof seconds === 'number' && seconds >= min && seconds <= max && seconds % step === 0

/** Loading animation and read marks: `line.chats`. */
export class Chats extends Resource {
  /**
   * Shows the loading animation until a message arrives or the time is over. Only in chats with one user, while the chat is open.
   *
   * @param seconds - {@limit ShowLoadingAnimationRequest_loadingSeconds_minimum} to {@limit ShowLoadingAnimationRequest_loadingSeconds_maximum} in steps of {@limit ShowLoadingAnimationRequest_loadingSeconds_multipleOf}, {@limit ShowLoadingAnimationRequest_loadingSeconds_default} by default
   * @throws {LineArgumentError} `parameter_invalid` for other numbers
   * @example
   * await line.chats.showLoading(userId, 60)
   * @see https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator
   */
  async showLoading(userId: string, seconds?: number, options?: CallOptions): Promise<void> {
    if (seconds !== undefined && !isDuration(seconds))
      throw new LineArgumentError(
        'parameter_invalid',
        `the seconds of the loading animation are ${String(min)} to ${String(max)} in steps of ${String(step)}, not ${describeArgument(seconds)}`,
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
