import type { AlternativeFilter, AnyOf } from './filter.js'

/**
 * A filter that matches if any of several filters does. Put it into an array to add conditions that must all hold.
 *
 * @throws {WebhookError} `filter_invalid` when it is passed to `bot.on` and no event can match
 *
 * @example
 * bot.on(anyOf('message:image', 'message:video'), (ctx) => ctx.reply('Nice!'))
 * bot.on(['group', anyOf('mention', /^!help/)], (ctx) => ctx.reply('What can I do for you?'))
 */
export const anyOf = <const Filters extends readonly AlternativeFilter<never>[]>(
  ...filters: Filters
): AnyOf<Filters> => ({ anyOf: filters })
