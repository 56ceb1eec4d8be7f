// Made by scripts/openapi-names.ts from messaging-api.yml of github.com/line/line-openapi at 6e4c2a2. Not written by hand.
import { messages } from './messages.ts'
import { flex } from './flex.ts'
import { requests } from './requests.ts'
import { coupons } from './coupons.ts'
import type { LineSchema } from './schema.ts'

export const lineSchemas: Record<string, LineSchema> = {
  ...messages,
  ...flex,
  ...requests,
  ...coupons,
}
