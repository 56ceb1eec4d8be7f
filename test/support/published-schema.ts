/** The schema of messages as it is published, for values made from it. */
import { readFileSync } from 'node:fs'
import type { Schema } from './from-schema.ts'

const file = new URL('../../src/validation/generated/schema/messages.json', import.meta.url)

/** `Message`, `FlexContainer`, `Action` … by name. */
export const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as {
  definitions: Record<string, Schema>
}
