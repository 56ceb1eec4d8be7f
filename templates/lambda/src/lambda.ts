/** The program of the bot: an AWS Lambda function for LINE's webhooks, behind a function URL or an API Gateway. */
import { toLambda } from 'fukidashi/webhook'
import { bot } from './bot.js'

export const handler = toLambda(bot)
