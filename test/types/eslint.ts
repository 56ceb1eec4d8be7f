/** The plugin is what the configurations of ESLint and typescript-eslint take. */
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import fukidashi from 'fukidashi/eslint'

export const recommended = defineConfig(fukidashi.configs.recommended)
export const own = defineConfig({
  files: ['src/**/*.tsx'],
  extends: [tseslint.configs.base, fukidashi.configs.recommended],
  plugins: { fukidashi },
  rules: { 'fukidashi/max-length': ['warn', { warnings: true }] },
})
