/** Elements as calls of builders. */
import { isObject } from '../../common/json.js'
import { builtIn } from '../../jsx-runtime/component.js'
import { type ElementNode, isElement } from '../../jsx-runtime/element.js'
import { builderCall } from '../builder-call.js'
import { Printer } from './printer.js'

/** Prints elements as builders: the factory with its arguments, and a method for each further property. */
export class BuilderPrinter extends Printer {
  protected flatElement(element: ElementNode, room: number): string | undefined {
    const { factory, args, methods } = builderCall(element)
    let code = this.#factory(element, factory)
    for (const [name, values] of [['', args] as const, ...methods]) {
      const start = name === '' ? '(' : `.${name}(`
      const items = this.flatItems(values, room - code.length - start.length - 1)
      if (items === undefined) return undefined
      code += `${start}${items})`
    }
    // Elements in elements are easier to read on lines of their own.
    const isNested = args.some((arg) => isElement(arg) && hasElement(builderCall(arg).args))
    return code.length <= room && !isNested ? code : undefined
  }

  protected brokenElement(element: ElementNode, indent: number): string {
    const { factory, args, methods } = builderCall(element)
    const space = ' '.repeat(indent)
    const name = this.#factory(element, factory)
    const flatArgs = this.flatItems(args, 100 - indent - name.length - 2)
    const start =
      flatArgs === undefined
        ? `${name}(\n${this.lines(args, indent + 2)}${space})`
        : `${name}(${flatArgs})`
    const last = start.slice(start.lastIndexOf('\n') + 1)
    const calls = methods.map(([method, values]) => this.#flatCall(method, values))
    const chain = calls.includes(undefined) ? undefined : calls.join('')
    if (chain !== undefined && chain.length + last.length <= 100) return start + chain
    const lines = methods.map(([method, values], index) => {
      const call = calls[index]
      const inner = indent + 2
      if (call !== undefined && call.length + inner <= 100) return `\n${space}  ${call}`
      return `\n${space}  .${method}(\n${this.lines(values, inner + 2)}${' '.repeat(inner)})`
    })
    return start + lines.join('')
  }

  protected inProperty(code: string): string {
    return code
  }

  #flatCall(method: string, values: readonly unknown[]): string | undefined {
    const items = this.flatItems(values, 100)
    return items === undefined ? undefined : `.${method}(${items})`
  }

  #factory({ type }: ElementNode, factory: string): string {
    // A repeated piece is a function of the module.
    if (!builtIn(type)) return factory
    return factory.startsWith('flex.')
      ? `${this.use('flex')}${factory.slice(4)}`
      : this.use(factory)
  }
}

const hasElement = (values: readonly unknown[]): boolean =>
  values.some((value) => isElement(value) || (isObject(value) && !Array.isArray(value)))
