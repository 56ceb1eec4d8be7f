/**
 * Renders and checks every example, and prints what LINE would receive.
 *
 * show.ts                 all of them, and the report of a broken message
 * show.ts --list          their names
 * show.ts --json receipt  only the JSON of one
 */
import { parseArgs, styleText } from 'node:util'
import {
  LineValidationError,
  type Problem,
  render,
  renderAsync,
  validate,
  type Warning,
} from 'fukidashi'
import broken from './broken.js'
import { type Example, examples } from './index.js'
import { pretty } from './pretty.js'

const colourful = process.stdout.isTTY && !process.env['NO_COLOR']

const paint = (style: Parameters<typeof styleText>[0], text: string) =>
  colourful ? styleText(style, text, { validateStream: false }) : text

/** The JSON that LINE receives, and its problems. */
interface Shown {
  json: unknown
  problems: Problem[]
}

async function shown(example: Example): Promise<Shown> {
  const problems: Problem[] = []
  if (example.kind === 'messages') {
    const { node, to, context } = example
    const onWarning = ({ problem }: Warning) => problems.push(problem!)
    return { json: await renderAsync(node, { ...to, context, onWarning }), problems }
  }
  const json: unknown = JSON.parse(JSON.stringify(example.menus))
  for (const menu of Object.values(json as object))
    problems.push(...validate(menu, { as: 'rich-menu' }))
  return { json, problems }
}

/** The report for a message that LINE would refuse. */
function reportOn(node: typeof broken): string {
  try {
    render(node)
    return 'nothing to report'
  } catch (error) {
    if (error instanceof LineValidationError) return `${error.name}: ${error.message}`
    throw error
  }
}

function print(title: string, text: string): void {
  console.log(`${paint('bold', title)}\n${text}\n`)
}

async function showAll(): Promise<number> {
  let wrong = 0
  for (const example of examples) {
    const file = paint('dim', `examples/${example.name}.${example.ending}`)
    const title = `${example.title}  ${file}`
    try {
      const { json, problems } = await shown(example)
      print(title, pretty(json))
      for (const { severity, path, message } of problems) {
        console.log(`${paint('yellow', severity)} ${path}: ${message}\n`)
        if (severity === 'error') wrong++
      }
    } catch (error) {
      wrong++
      print(title, paint('red', String(error)))
    }
  }
  print(
    `And one that LINE would refuse  ${paint('dim', 'examples/broken.tsx')}`,
    paint('red', reportOn(broken)),
  )
  console.log(
    wrong === 0
      ? paint('green', `${examples.length} examples, all of which LINE accepts`)
      : paint('red', `${examples.length} examples, ${wrong} errors`),
  )
  return wrong === 0 ? 0 : 1
}

async function showOne(name: string): Promise<number> {
  const example = examples.find((one) => one.name === name)
  if (!example) {
    console.error(`Unknown example ${JSON.stringify(name)}. --list prints all names.`)
    return 1
  }
  const { json } = await shown(example)
  console.log(JSON.stringify(json, null, 2))
  return 0
}

const { values } = parseArgs({ options: { list: { type: 'boolean' }, json: { type: 'string' } } })

if (values.list) {
  const width = Math.max(...examples.map(({ name }) => name.length))
  for (const { name, title } of examples) console.log(`${name.padEnd(width)}  ${title}`)
} else {
  // No `await` here: it would not work if `package.json` is CommonJS.
  void (values.json === undefined ? showAll() : showOne(values.json)).then((code) => {
    process.exitCode = code
  })
}
