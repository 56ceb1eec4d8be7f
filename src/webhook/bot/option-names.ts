/** Names of the options of bots: a misspelt one is an error, with the nearest name. */
import { optionNames, optionsProblem } from '../../common/options.js'
import { optionInvalid } from '../base/checks.js'
import type { BotOptions, HandleOptions, Wiring } from './bot-options.js'
import { type ClientWiring, wiringNames as clientNames } from './make-client.js'

const wiring = {
  channelSecret: true,
  channelAccessToken: true,
  client: true,
  clock: true,
} as const

/** Names of options, with those of the client. */
const namesOf = <T extends ClientWiring>(
  names: Record<Exclude<keyof T, keyof ClientWiring>, true>,
) => [...Object.keys(names), ...clientNames]

const wiringNames = namesOf<Wiring>({ ...wiring, onFailure: true, wrapContext: true })

const botNames = namesOf<BotOptions>({
  ...wiring,
  channels: true,
  context: true,
  ack: true,
  dedupe: true,
  store: true,
  session: true,
  lease: true,
  whenStoreIsAway: true,
  push: true,
  maxBodyBytes: true,
  bodyTimeout: true,
  handlerTimeout: true,
  maxAge: true,
  observers: true,
  onWarning: true,
})

const handleNames = optionNames<HandleOptions>({ destination: true, env: true })

const checkAgainst = (names: readonly string[]) => (options: object) => {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw optionInvalid(problem)
}

/** @throws {WebhookError} `option_invalid` */
export const checkBotOptions = checkAgainst(botNames)

/** Of `bot.connect`. @throws {WebhookError} `option_invalid` */
export const checkWiringNames = checkAgainst(wiringNames)

/** Of `bot.handle`. @throws {WebhookError} `option_invalid` */
export const checkHandleOptions = checkAgainst(handleNames)
