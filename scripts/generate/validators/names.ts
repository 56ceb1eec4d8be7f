/** Names in the generated code. */
import { type Code, _, getProperty, Name } from 'ajv/dist/compile/codegen/index.js'

/** The `Context` of `src/validation/context.ts`. */
export const ctx = new Name('ctx')
/** Which definition of the spec the code around is from. */
export const definition = new Name('definition')
const rules = new Name('rules')

/** A function of `src/validation/rules/index.ts`. */
export const ruleNamed = (name: string): Code => _`${rules}${getProperty(name)}`
