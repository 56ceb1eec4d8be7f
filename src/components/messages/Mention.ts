import { component } from '../../jsx-runtime/component.js'
import type { MentionSubstitution } from '../../spec/text.js'

/** Props of {@link Mention}: one user, or everybody. */
export type MentionProps =
  | { /** `U` and 32 hexadecimal digits. */ userId: string; all?: false | undefined }
  | { /** Everybody in the chat. */ all: true; userId?: undefined }

/**
 * A mention in a `<Text>`. Works in groups and rooms, in reply and push; at most 20 in a message.
 *
 * @example
 * <Text>Thank you, <Mention userId={userId} />! <Mention all /> look!</Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 */
export const Mention = component(
  'Mention',
  'mention',
  ({ userId, all }: MentionProps, compiler): MentionSubstitution => {
    if (all && userId !== undefined)
      compiler.report('wrong_value', '<Mention> takes either `userId` or `all`, not both')
    return {
      type: 'mention',
      mentionee: all ? { type: 'all' } : { type: 'user', userId: userId },
    }
  },
)
