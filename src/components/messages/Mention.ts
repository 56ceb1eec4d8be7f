import { component } from '../../jsx-runtime/component.js'
import type { MentionSubstitution, MentionTarget } from '../../spec/text.js'
import { distribute } from '../distribute.js'
import { slotsOf } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Mention}: one user, or everybody. */
export type MentionProps = MentionUserProps | MentionAllProps

/** Props of {@link Mention} for one user. */
export interface MentionUserProps {
  /** `U` and 32 hexadecimal digits. */
  userId: string
  all?: false | undefined
}

/** Props of {@link Mention} for everybody. */
export interface MentionAllProps {
  /** Everybody in the chat. */
  all: true
  userId?: undefined
}

const slots = slotsOf(rows.Mention)

/**
 * A mention in a `<Text>`. Works in groups and rooms, in reply and push; at most {@limit textV2.mentions} in a message.
 *
 * @example
 * <Text>Thank you, <Mention userId={userId} />! <Mention all /> look!</Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 */
export const Mention = component(
  rows.Mention,
  ({ userId, all, ...rest }: MentionProps, compiler): MentionSubstitution => {
    if (all && userId !== undefined)
      compiler.report('wrong_value', '<Mention> takes either `userId` or `all`, not both')
    const mentionee: MentionTarget = all
      ? { type: 'all' }
      : (compiler.props({ type: 'user' }, { userId }) as MentionTarget)
    const json = compiler.props({ type: 'mention' as const, mentionee }, rest)
    distribute(compiler, (rest as { children?: unknown }).children, slots, json)
    return json
  },
)
