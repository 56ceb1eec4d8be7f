/** Writes what is derived from `src/spec`: the published schema, the validators, the lists of properties. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { publishedSchema } from './published-schema.ts'
import { readSpec } from './schema.ts'
import { validatorModule } from './validators.ts'

const definitions = readSpec('tsconfig.json')
const out = 'src/validation/generated'
mkdirSync(out, { recursive: true })
writeFileSync(`${out}/validators.js`, await validatorModule(definitions))
writeFileSync(`${out}/schema.json`, `${JSON.stringify(publishedSchema(definitions), null, 2)}\n`)
