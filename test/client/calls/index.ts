import { account } from './account.js'
import { administration } from './administration.js'
import type { Calls } from './call.js'
import { messaging } from './messaging.js'

export const calls: Calls = { ...messaging, ...account, ...administration }
export type { Call } from './call.js'
