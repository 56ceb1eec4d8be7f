/** What may be undefined, null or false cannot be sent by itself: nothing would be sent. Type-checked, never run. */
import { compile, type MessageChildren, render, renderAsync, Text } from 'fukidashi'
import { text } from 'fukidashi/builders'
import type { LineClient } from 'fukidashi/client'
import { assertPushed, assertReceived, type LineMatchers, type User } from 'fukidashi/testing'
import type { ContextOf } from 'fukidashi/webhook'

declare const ctx: ContextOf<'message:text' | 'message:sticker'>
declare const anyEvent: ContextOf<'message'>
declare const postback: ContextOf<'postback'>
declare const line: LineClient
declare const aki: User
declare const matchers: LineMatchers
declare const condition: boolean
declare const userIds: string[]
declare const maybe: string | undefined
declare const message: MessageChildren | null

// @ts-expect-error the message may be a sticker, which has no text
void ctx.reply(ctx.text)
// @ts-expect-error the same without the reply token
void ctx.push(ctx.text)
// @ts-expect-error any message may have no text
void anyEvent.reply(anyEvent.text)
// @ts-expect-error so may the text without mentions
void anyEvent.reply(anyEvent.textWithoutMention)
// @ts-expect-error a postback has no text
void postback.reply(postback.text)
// @ts-expect-error nothing, if the condition is false
void ctx.reply(condition && <Text>a</Text>)
// @ts-expect-error nothing, if it is null
void ctx.reply(message)
// @ts-expect-error a boolean
void ctx.reply(true)

// @ts-expect-error the same in every method of the client that sends messages
void line.messages.reply('token', maybe)
// @ts-expect-error push
void line.messages.push('Uaki', maybe)
// @ts-expect-error multicast
void line.messages.multicast(userIds, maybe)
// @ts-expect-error narrowcast
void line.messages.narrowcast(maybe)
// @ts-expect-error broadcast
void line.messages.broadcast(maybe)
// @ts-expect-error validation by LINE
void line.messages.check('push', maybe)
// @ts-expect-error notification messages
void line.notifications.push('hash', maybe)

// @ts-expect-error rendering
render(maybe)
// @ts-expect-error nothing at all
render(null)
// @ts-expect-error a condition
render(condition && text('a'))
// @ts-expect-error asynchronous rendering
void renderAsync(maybe)
// @ts-expect-error compiling
compile(maybe)

// @ts-expect-error an expectation of nothing
matchers.toHaveReceived(maybe)
// @ts-expect-error the same for pushes
matchers.toHaveBeenPushed(maybe)
// @ts-expect-error the same for other test runners
assertReceived(aki, maybe)
// @ts-expect-error pushes there
assertPushed(aki, maybe)

// In a list or beside others it may be missing.
void ctx.reply([ctx.text, condition && <Text>a</Text>, message, null, undefined])
void ctx.reply(ctx.text ?? 'Only text, please.')
void ctx.reply(
  <>
    {ctx.text}
    {message}
  </>,
)
if (ctx.text) void ctx.reply(ctx.text)
render([maybe, condition && text('a')])
