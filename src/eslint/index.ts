/**
 * `fukidashi/eslint`: rules for ESLint that find mistakes in messages while they are written. They check the literal part of JSX
 * and builders with the validators of the library.
 *
 * @example
 * // eslint.config.js
 * import fukidashi from 'fukidashi/eslint'
 *
 * export default [fukidashi.configs.recommended]
 *
 * @module
 */
import { type Rule, rules } from './rules.js'

export type { Rule, RuleContext } from './rules.js'

/** A configuration of ESLint. */
export interface Config {
  readonly name: string
  readonly plugins: { fukidashi: Plugin }
  readonly rules: Record<`fukidashi/${string}`, 'error'>
}

/** The plugin. */
export interface Plugin {
  readonly meta: { readonly name: string }
  readonly rules: Record<string, Rule>
  readonly configs: {
    /** Turns on all rules. Use it for the files that have messages. */
    readonly recommended: Config
  }
}

const recommended: Config = {
  name: 'fukidashi/recommended',
  // The plugin is added below: it refers to itself.
  plugins: {} as { fukidashi: Plugin },
  rules: Object.fromEntries(Object.keys(rules).map((name) => [`fukidashi/${name}`, 'error'])),
}

const plugin: Plugin = {
  meta: { name: 'fukidashi' },
  rules: { ...rules },
  configs: { recommended },
}
recommended.plugins.fukidashi = plugin

export default plugin
