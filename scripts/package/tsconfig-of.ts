import { readFileSync } from 'node:fs'

/** The whole tsconfig.json that a page shows: its first block of JSON with `compilerOptions`. */
export const tsconfigOf = (page: string): string =>
  /^```json\n(\{\s*"compilerOptions"[\s\S]*?)^```$/m.exec(readFileSync(page, 'utf8'))![1]!
