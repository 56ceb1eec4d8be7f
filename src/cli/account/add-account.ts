/** The commands that work with an account at LINE. */
import type { Command } from 'commander'
import { addDoctor } from './doctor.js'
import { addQuota } from './quota.js'
import { addSend } from './send.js'
import { addToken } from './token.js'
import { addUsers } from './users.js'
import { addWebhook } from './webhook.js'

/** Adds `fukidashi send`, `webhook`, `token`, `quota`, `users` and `doctor`. */
export function addAccount(program: Command): void {
  addSend(program)
  addWebhook(program)
  addToken(program)
  addQuota(program)
  addUsers(program)
  addDoctor(program)
}
