/** The problems of a file's elements, as far as they are certain before the program runs. */
import { segments, type Problem, type ProblemCode } from '../validation/index.js'
import { isStyleName, problemsOf } from './check-root.js'
import { Evaluation, type Part } from './evaluate.js'
import { Names, namesFukidashi } from './names.js'
import { nameIn, type Node, type SourceCode, syntax } from './syntax.js'

/** A problem at a node of a file. */
export interface Finding {
  readonly problem: Problem
  readonly node: Node
  /** The literal text that is wrong; undefined if the value comes from elsewhere. */
  readonly isPartial: boolean
}

/** Problems that no value from elsewhere can undo: what is there is too much, or wrong by itself. */
const certain = new Set<ProblemCode>([
  'bad_format',
  'bad_scheme',
  'bad_url',
  'deprecated',
  'not_encoded',
  'not_permitted',
  'private_url',
  'too_large',
  'too_long',
  'too_many',
  'too_many_bytes',
  'too_small',
  'unknown_property',
  'unknown_type',
  'wrong_child',
  'wrong_extension',
  'wrong_type',
  'wrong_value',
])
/** Those of them that hold for a text or list of which only a part is known. */
const certainInPart = new Set<ProblemCode>([
  'not_encoded',
  'too_long',
  'too_many',
  'too_many_bytes',
  'unknown_property',
  'wrong_child',
])
/** Problems of an element as a whole. */
const ofElement = new Set<ProblemCode>(['alt_text_derived', 'missing_child', 'wrong_child'])

/** Evaluations of one element, each with another choice of what only some runs of the program have. */
const mostChoices = 500

const cache = new WeakMap<object, readonly Finding[]>()

/** The problems of a file. They are found once for all rules. */
export function findingsIn(source: SourceCode): readonly Finding[] {
  let findings = cache.get(source.ast)
  if (!findings) cache.set(source.ast, (findings = namesFukidashi(source) ? find(source) : []))
  return findings
}

function find(source: SourceCode): Finding[] {
  const names = new Names(source)
  const seen = new Set<Node>()
  const findings = new Map<string, Finding>()
  const visit = (node: Node): void => {
    if (/^(?:JSXElement|CallExpression)$/.test(node.type) && !seen.has(node))
      for (const finding of ofRoot(node, names, seen)) {
        const [start, end] = finding.node.range ?? [0, 0]
        findings.set(`${start}:${end}:${finding.problem.message}`, finding)
      }
    for (const key of source.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | readonly (Node | null)[] | null>)[key]
      for (const one of Array.isArray(child)
        ? (child as readonly (Node | null)[])
        : [child as Node])
        if (one) visit(one)
    }
  }
  visit(source.ast)
  return [...findings.values()]
}

/** The problems of an element that is in no other. Notes all nodes that are elements in it. */
function ofRoot(root: Node, names: Names, seen: Set<Node>): Finding[] {
  const findings: Finding[] = []
  const choices: Node[][] = [[]]
  const offered = new Set<Node>()
  for (let i = 0; i < choices.length && i < mostChoices; i++) {
    const evaluation = new Evaluation(names, new Set(choices[i]))
    const element = evaluation.element(root)
    if (!element) break
    for (const { nodes } of evaluation.parts) for (const node of nodes) seen.add(node)
    for (const problem of problemsOf(element)) {
      const finding = certainly(problem, evaluation)
      if (finding) findings.push(finding)
    }
    for (const node of evaluation.optional)
      if (!offered.has(node)) {
        offered.add(node)
        choices.push([...choices[i]!, node])
      }
  }
  return findings
}

/** The problem at its node, if it is there whatever the unknown values are. */
function certainly(problem: Problem, evaluation: Evaluation): Finding | undefined {
  const { parts, unknowns } = evaluation
  const part = parts[Number(/^:(\d+):/.exec(problem.source ?? '')?.[1] ?? -1)]
  if (!part) return undefined
  const { code } = problem
  const names = segments(problem.path)
  const at = ofElement.has(code) ? -1 : names.findLastIndex((name) => part.props.has(String(name)))
  const name = at < 0 ? 'children' : String(names[at])
  const node = nodeOf(part, problem, name, at < 0 ? [] : names.slice(at + 1), evaluation)
  const isPartial = part.partial.has(name) && (part.spread || !evaluation.knows(node))
  if (isAltText(problem)) {
    if (part.spread || part.props.has('altText')) return undefined
  } else if (unknowns > 0) {
    // Such as parts that are higher than a menu whose size is not known.
    if (code === 'wrong_value' && at < 0 && hasUnknownProps(part)) return undefined
    if (isStyleName(problem)) return undefined
    const isOwnValue = code === 'empty' && at >= 0
    if (!(isPartial ? certainInPart : certain).has(code) && (!isOwnValue || isPartial))
      return undefined
  }
  return { problem, node, isPartial }
}

/** True if any prop but the children is not known. */
const hasUnknownProps = ({ spread, partial }: Part): boolean =>
  spread || [...partial].some((name) => name !== 'children')

/** True for a message that lacks its text for notifications. */
export const isAltText = ({ code, path }: Problem): boolean =>
  code === 'alt_text_derived' || (code === 'required' && path.endsWith('altText'))

function nodeOf(
  part: Part,
  { code }: Problem,
  name: string,
  rest: readonly (string | number)[],
  evaluation: Evaluation,
): Node {
  if (name === 'children' && (ofElement.has(code) || !/^(?:too_long|not_encoded)$/.test(code)))
    return part.name
  const first = part.props.get(name)
  let node = first && evaluation.chosenIn(first)
  for (const segment of rest) {
    const read = node && syntax(node)
    const inner =
      read?.type === 'ObjectExpression'
        ? read.properties
            .map(syntax)
            .find((one) => one.type === 'Property' && nameIn(one.key) === segment)
        : undefined
    if (inner?.type === 'Property') node = evaluation.chosenIn(inner.value)
    else if (read?.type === 'ArrayExpression') node = read.elements[Number(segment)] ?? node
    else break
  }
  return node ?? part.name
}
