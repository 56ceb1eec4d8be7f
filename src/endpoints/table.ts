/** The table of LINE's operations, by `operationId`. The client's methods and the emulator's routes use it. */
import { apps } from './apps.js'
import { audiences } from './audiences.js'
import { bot } from './bot.js'
import { chats } from './chats.js'
import { content } from './content.js'
import { insight } from './insight.js'
import { messages } from './messages.js'
import { notifications } from './notifications.js'
import { offers } from './offers.js'
import { richMenus } from './rich-menus.js'
import { tokens } from './tokens.js'

export const endpoints = {
  ...messages,
  ...notifications,
  ...chats,
  ...content,
  ...bot,
  ...richMenus,
  ...offers,
  ...insight,
  ...audiences,
  ...tokens,
  ...apps,
}

export type Endpoints = typeof endpoints

/** Name of an operation in LINE's API description. */
export type OperationId = keyof Endpoints
