/** A bot that is a handler of AWS Lambda. */
import { randomUUID } from 'node:crypto'
import type { ReceivingBot } from '../../../emulator/index.js'
import { headersOf } from './server-bot.js'

/** A handler that returns a promise. */
export type LambdaHandler = (event: object, context: object) => Promise<unknown>

/** Calls the handler with the event of an HTTP API or a function URL. */
export const lambdaBot = (handler: LambdaHandler, path: string): ReceivingBot => ({
  place: path,
  receive: async ({ method, header, body }) => {
    const result = (await handler(
      {
        version: '2.0',
        rawPath: path,
        rawQueryString: '',
        headers: Object.fromEntries(headersOf(header)),
        requestContext: { http: { method, path } },
        body: Buffer.from(body).toString(),
        isBase64Encoded: false,
      },
      { awsRequestId: randomUUID(), functionName: 'bot', getRemainingTimeInMillis: () => 30_000 },
    )) as { statusCode?: number; body?: unknown } | undefined
    const { statusCode = 200, body: text } = result ?? {}
    return { status: statusCode, body: text }
  },
})
