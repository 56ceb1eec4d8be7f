/** Writes what is derived from `src/spec`: the published schema, the validators, the lists of properties, builder methods. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { builderModule } from './builders.ts'
import { metaModule } from './meta.ts'
import { publishedSchema } from './published-schema.ts'
import { readSpec } from './schema.ts'
import { validated, validatorModule } from './validators.ts'

const definitions = readSpec('tsconfig.json')
const out = 'src/validation/generated'
mkdirSync(out, { recursive: true })
writeFileSync(`${out}/validators.js`, await validatorModule(definitions))
writeFileSync(`${out}/schema.json`, `${JSON.stringify(publishedSchema(definitions), null, 2)}\n`)
writeFileSync(`${out}/meta.ts`, metaModule(definitions))
writeFileSync(
  `${out}/validators.d.ts`,
  `import type { RawValidator } from '../raw-error.js'
${validated(definitions)
  .map(([name]) => `export const ${name}: RawValidator`)
  .join('\n')}
`,
)

mkdirSync('src/builders/generated', { recursive: true })
writeFileSync('src/builders/generated/methods.ts', builderModule('tsconfig.json'))
