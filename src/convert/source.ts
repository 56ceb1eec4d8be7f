/** The source of a module: imports, repeated pieces, the request, and the messages. */
import { isObject } from '../common/json.js'
import { isElement } from '../jsx-runtime/element.js'
import { draft, type Draft, type Target } from './draft.js'
import { ConvertError } from './errors.js'
import { type InputKind, inputKinds } from './classify.js'
import { BuilderPrinter } from './print/builders.js'
import { type Comments, isRaw, type LocalNames, type Printer } from './print/printer.js'
import { commentText, quoted } from './print/text.js'
import { isTag, TsxPrinter } from './print/tsx.js'
import { either } from '../common/words.js'
import { type Piece, takeOutPieces } from './pieces.js'

/** Options of `toTsx` and `toBuilders`. */
export interface ConvertOptions {
  /** Name of the export; `'default'` by default. */
  export?: string | undefined
  /** Makes components, or functions of builders, of pieces that are repeated with different texts. `false` by default. */
  components?: boolean | undefined
  /** What the JSON is. Found out by default; needed only where a value could be two things, such as a text. */
  as?: InputKind | undefined
}

/** The source of a module, and what it was made of. */
export interface Source extends Draft {
  readonly code: string
  /** How many parts stay JSON, in `raw(…)`. */
  readonly rawCount: number
}

const packages = { tsx: 'fukidashi', builders: 'fukidashi/builders' } as const

/**
 * The source of a module that exports a JSON value as elements.
 * @throws {ConvertError}
 */
export function convertToSource(
  json: unknown,
  target: Target,
  { export: name = 'default', components = false, as }: ConvertOptions = {},
): Source {
  checkName(name)
  if (as !== undefined && !inputKinds.includes(as))
    throw new ConvertError(
      'option_invalid',
      `as: ${JSON.stringify(as)} is not permitted. Use ${either(inputKinds)}.`,
    )
  const whole = draft(json, target, as)
  const { value, pieces } = components
    ? takeOutPieces(whole.value, target, [name])
    : { value: whole.value, pieces: [] }
  const taken = new Set([name, 'request', ...pieces.map((piece) => piece.name)])
  const local = {
    get: (imported: string) => (taken.has(imported) ? lineName(imported) : undefined),
  }
  const printer = printerOf(target, whole.comments, local)
  const parts = [
    ...pieces.map((piece) => pieceCode(piece, printer)),
    ...(whole.request
      ? [`export const request = ${printer.expression(whole.request, 0, 24)}\n`]
      : []),
    exported(name, value, whole.notes, printer),
  ]
  const imports = importsOf(printer.used, packages[target], local)
  const code = [imports, ...parts].filter((part) => part !== '').join('\n')
  return { ...whole, value, code, rawCount: rawsIn(whole.value) }
}

const printerOf = (target: Target, comments: Comments, local?: LocalNames): Printer =>
  new (target === 'tsx' ? TsxPrinter : BuilderPrinter)(comments, local)

/**
 * Elements as source text, without imports: what snapshots show. The layout is the same in every version.
 *
 * @param value - an element of JSX, or a list of these
 */
export function elementsToSource(value: unknown, target: Target, comments?: Comments): string {
  const items = Array.isArray(value) ? (value as unknown[]) : [value]
  const printer = printerOf(target, comments ?? new Map())
  return items
    .map((item) => [...printer.commentsOf(item), printer.expression(item, 0)].join('\n'))
    .join('\n')
}

/** JSON as source text, without imports and comments: messages as a person would write them. */
export function jsonToSource(json: unknown, target: Target, as?: InputKind): string {
  return elementsToSource(draft(json, target, as).value, target)
}

function rawsIn(value: unknown): number {
  if (!isObject(value)) return 0
  const own = isElement(value) && isRaw(value) ? 1 : 0
  const parts = Object.values(isElement(value) ? value.props : value)
  return parts.reduce<number>((count, part) => count + rawsIn(part), own)
}

function exported(
  name: string,
  value: unknown,
  notes: readonly string[],
  printer: Printer,
): string {
  const start = name === 'default' ? 'export default ' : `export const ${name} = `
  const comments = [...notes.map((note) => `// ${commentText(note)}`), ...printer.commentsOf(value)]
  const code = printer.expression(value, 0, start.length)
  const isBroken = code.includes('\n') && isTag(value) && printer instanceof TsxPrinter
  const body = isBroken ? printer.parenthesized(value, 0) : code
  return `${[...comments, start + body].join('\n')}\n`
}

/** The component of a repeated piece, or the function that makes its builder. */
function pieceCode({ name, template, props }: Piece, printer: Printer): string {
  const body =
    printer instanceof TsxPrinter
      ? ` ${printer.parenthesized(template, 0)}`
      : `\n  ${printer.expression(template, 2)}`
  if (props.length === 0) return `const ${name} = () =>${body}\n`
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Props`
  const types = props.map((prop) => `  ${prop}: string\n`).join('')
  return `interface ${type} {\n${types}}\n\nconst ${name} = ({ ${props.join(', ')} }: ${type}) =>${body}\n`
}

function importsOf(used: ReadonlySet<string>, from: string, local: LocalNames): string {
  if (used.size === 0) return ''
  const names = [...used]
    .sort((one, other) => one.localeCompare(other, 'en'))
    .map((name) => {
      const own = local.get(name)
      return own === undefined ? name : `${name} as ${own}`
    })
  const line = `import { ${names.join(', ')} } from '${from}'\n`
  return line.length <= 101 ? line : `import {\n  ${names.join(',\n  ')},\n} from '${from}'\n`
}

/** `LineText` for `Text`, `lineText` for `text`. */
const lineName = (name: string): string =>
  /^[A-Z]/.test(name) ? `Line${name}` : `line${name[0]!.toUpperCase()}${name.slice(1)}`

function checkName(name: string): void {
  if (name === 'default') return
  if (typeof name !== 'string' || !/^[A-Za-z_$][\w$]*$/.test(name) || reserved.has(name))
    throw new ConvertError(
      'option_invalid',
      `export: ${typeof name === 'string' ? quoted(name) : typeof name} cannot be the name of an export. Use 'default' or a name such as Menu.`,
    )
}

/** Words that a module cannot use as a name, and the export that is there already. */
const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger delete do else enum eval export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public request return static ' +
    'super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
)
