/** The code of validators, shorter: calls of helpers for what ajv writes out over and over. */
import { transform } from 'esbuild'

/** Leaves out what ajv wrote but nothing uses, and makes calls of what is written out over and over. */
export const shake = async (code: string) => {
  const { code: used } = await transform(code, {
    treeShaking: true,
    format: 'esm',
    target: 'es2022',
  })
  return `${withKeys(withLists(withUnions(used)))}
function list(all, items, path, definition, validate, max = Infinity, min = 0) {
  if (!Array.isArray(items)) return add(all, "/" + path, definition, "type", { type: "array" });
  const { length } = items;
  if (length > max) all = add(all, "/" + path, definition, "maxItems", { limit: max });
  if (length < min) all = add(all, "/" + path, definition, "minItems", { limit: min });
  if (length <= max * 10)
    for (let i = 0; i < length; i++) {
      const found = validate(items[i]);
      if (found !== null) all = append(all, found, path + "/" + i);
    }
  return all;
}
function other(definition, data) {
  return data.type === undefined
    ? missing(null, definition, data, "type", 1)
    : add(null, "", definition, "union", {});
}
`
}

/** One call for each list of objects, instead of a loop. */
const withLists = (code: string): string =>
  code.replace(
    /if \(Array\.isArray\((data\d*)\)\) \{\n(?:\s*if \(\1\.length > ([\de]+)\) \{\n.*\n\s*\}\n)?(?:\s*if \(\1\.length < (\d+)\) \{\n.*\n\s*\}\n)?(?:\s*if \(\1\.length <= [\de]+\) \{\n)?\s*const (len\d+) = \1\.length;\n\s*for \(let (i\d+) = 0; \5 < \4; \5\+\+\) \{\n\s*\{\n\s*const found = (validate\d+)\(\1\[\5\]\);\n.*\n\s*\}\n\s*\}\n(?:\s*\}\n)?\s*\} else \{\n\s*errors = noList\(errors, ("[^"]*"), definition\);\n\s*\}/g,
    (_all, data, max, min, _length, _i, validate, path) => {
      const limits = min ? `, ${max ?? 'Infinity'}, ${min}` : max ? `, ${max}` : ''
      return `errors = list(errors, ${data}, ${path}, definition, ${validate}${limits});`
    },
  )

/** Paths begin with the key at hand: the letters of a name are written once. */
const withKeys = (code: string): string =>
  code
    .replace(
      /let (data\d+) = (data\.\w+);\n\s*errors = list\(errors, \1, /g,
      'errors = list(errors, $2, ',
    )
    .replace(/list\(errors, (data\.(\w+)), "\/\2"/g, 'list(errors, $1, key0')
    .replace(/append\(errors, (validate\d+\(data\.(\w+)\)), "\/\2"\)/g, 'append(errors, $1, key0)')
    .replace(/append\(errors, found, "\//g, 'append(errors, found, "')

/** A union asks one member, and has no errors of its own beside. */
const withUnions = (code: string): string =>
  code.replace(
    /^function (validate\d+)\(data\) \{\n {2}const definition = ("\w+");\n {2}let errors = null;\n {2}if \(isObject\(data\)\) \{\n {4}if \(data\.type === void 0\) errors = missing\(errors, definition, data, "type", 1\);\n {4}if \(!\(data\.type === void 0\)\) \{\n([^]*?)\} else \{\n\s*errors = add\(errors, "", definition, "union", \{\}\);\n\s*\}\n\s*\}\n\s*\} else \{\n\s*errors = none\(definition\);\n\s*\}\n\s*return errors;\n\}/gm,
    (_all, name, definition, members: string) => {
      const asked = members.replace(
        /\s*(?:\} else )?if \(data\.type === ("\w+")\) \{\n\s*\{\n\s*errors = append\(errors, (validate\d+)\(data\), ""\);\n\s*\}\n/g,
        '  if (data.type === $1) return $2(data);\n',
      )
      return `function ${name}(data) {\n  if (!isObject(data)) return none(${definition});\n${asked.trimEnd()}\n  return other(${definition}, data);\n}`
    },
  )
