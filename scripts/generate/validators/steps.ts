/** What ajv writes and the validators do not need. Each step says its name when a new version of ajv writes something else. */

export interface Step {
  name: string
  from: RegExp
  to: string
  /** Only in functions; a module that consists of tables has none. */
  isOfFunctions?: boolean
}

export const steps: readonly Step[] = [
  {
    name: 'strict mode, which modules are in anyway',
    from: /^"use strict";/g,
    to: '',
  },
  {
    // ajv passes where the value is; here `ctx` passes what rules need, and paths are made on the way up.
    name: 'signature of functions',
    from: /^function (validate\d+)\(data, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)\{/gm,
    to: 'function $1(data, ctx){',
  },
  {
    // A function around a table would be there before the table.
    name: 'exports',
    from: /^export const (\w+) = (validate\d+);/gm,
    to: 'export { $2 as $1 };',
  },
  {
    // A table is made once, and is the function.
    name: 'functions around tables',
    from: /^function (validate\d+)\([^\n]*\n(?:let [^\n]*\n)*(rules\.(?:table|union|entry)\([^\n]*\));\n[^}]*\}/gm,
    to: 'const $1 = /* @__PURE__ */ $2;',
  },
  {
    name: 'list of errors',
    from: /let vErrors = null;\n?let errors = 0;\n?/g,
    to: '',
    isOfFunctions: true,
  },
  {
    name: 'result of functions',
    from: /validate\d+\.errors = vErrors;\n?return errors === 0;\n?/g,
    to: '',
    isOfFunctions: true,
  },
]

/** Names that ajv's own code has; none is left. */
const own = /\b(?:vErrors|_errs\d*|errors|instancePath|schemaPath|wrapper\d*|valid\d+)\b/

/** ajv's code with only what the validators need. */
export function compact(code: string): string {
  let result = code
  for (const { name, from, to, isOfFunctions = false } of steps) {
    const shorter = result.replace(from, to)
    if (shorter === result && (!isOfFunctions || /^function /m.test(result)))
      throw new Error(`ajv no longer writes its code as expected: ${name} (steps.ts)`)
    result = shorter
  }
  const left = own.exec(result)
  if (left)
    throw new Error(
      `ajv writes code that no step removes: ${result.slice(Math.max(0, left.index - 60), left.index + 60)}`,
    )
  return result
}
