/** The rules: each reports the problems of some codes. */
import { encodeUrl, type Problem, type ProblemCode } from '../validation/index.js'
import { type Finding, findingsIn, isAltText } from './findings.js'
import { type SourceCode, syntax } from './syntax.js'

/** The rule that reports each problem. */
const ruleOf = {
  not_encoded: 'encode-urls',
  too_long: 'max-length',
  too_many: 'max-items',
  too_many_bytes: 'max-items',
  wrong_child: 'nesting',
  missing_child: 'nesting',
  misplaced: 'nesting',
} as const satisfies Partial<Record<ProblemCode, string>>

type RuleName = 'nesting' | 'alt-text' | 'max-length' | 'max-items' | 'encode-urls' | 'valid-values'

const nameOf = (problem: Problem): RuleName =>
  isAltText(problem)
    ? 'alt-text'
    : ((ruleOf as Partial<Record<ProblemCode, RuleName>>)[problem.code] ?? 'valid-values')

/** What a fix does to the text of a file. */
interface Fix {
  range: [number, number]
  text: string
}

/** What ESLint gives to a rule, as far as it is used. */
export interface RuleContext {
  readonly options: readonly unknown[]
  readonly sourceCode: unknown
  report(violation: never): void
}

/** A rule of ESLint. */
export interface Rule {
  readonly meta: {
    readonly type: 'problem'
    readonly docs: { readonly description: string }
    readonly fixable?: 'code'
    readonly schema: [object]
  }
  create(context: RuleContext): { Program(): void }
}

/** Options of every rule. */
interface RuleOptions {
  warnings?: boolean
}

const schema: [object] = [
  {
    type: 'object',
    properties: {
      warnings: {
        type: 'boolean',
        description:
          'Also reports what LINE accepts but ignores, shows differently or advises against.',
      },
    },
    additionalProperties: false,
  },
]

function rule(name: RuleName, description: string): Rule {
  const isFixable = name === 'encode-urls'
  return {
    meta: {
      type: 'problem',
      docs: { description },
      ...(isFixable && { fixable: 'code' }),
      schema,
    },
    create: (context) => ({
      Program() {
        const { warnings = false } = (context.options[0] ?? {}) as RuleOptions
        for (const finding of findingsIn(context.sourceCode as SourceCode)) {
          const { problem, node, isPartial } = finding
          if (nameOf(problem) !== name) continue
          if (problem.severity === 'warning' && !warnings && name !== 'alt-text') continue
          const fix = isFixable ? encodedText(finding) : undefined
          const violation = {
            node,
            message: messageOf(problem, isPartial),
            fix: fix ? () => fix : null,
          }
          context.report(violation as never)
        }
      },
    }),
  }
}

function messageOf(problem: Problem, isPartial: boolean): string {
  if (isAltText(problem))
    return 'altText is missing; write one for notifications and the list of chats'
  return isPartial && /^too_/.test(problem.code)
    ? `${problem.message} (not counting the expressions and components in it)`
    : problem.message
}

/** Percent-encodes an address that is a literal. Undefined where the source text is not the value, because of escapes. */
function encodedText({ node, problem }: Finding): Fix | undefined {
  const read = syntax(node)
  if (!node.range || typeof problem.actual !== 'string') return undefined
  const [start, end] = node.range
  if (
    read.type === 'Literal' &&
    typeof read.value === 'string' &&
    read.raw?.slice(1, -1) === read.value
  )
    return { range: [start + 1, end - 1], text: encodeUrl(read.value.trim()) }
  if (read.type !== 'TemplateLiteral' || read.expressions.length > 0) return undefined
  const [{ value }] = read.quasis as unknown as [{ value: { raw: string; cooked?: string } }]
  return value.raw === value.cooked
    ? { range: [start + 1, end - 1], text: encodeUrl(value.raw.trim()) }
    : undefined
}

/** All rules, by name. */
export const rules: Readonly<Record<RuleName, Rule>> = {
  nesting: rule('nesting', 'Children are where their parent takes them.'),
  'alt-text': rule('alt-text', 'Messages that need a text for notifications have an `altText`.'),
  'max-length': rule('max-length', "Texts are within LINE's limits, counted as LINE counts."),
  'max-items': rule('max-items', 'There are no more children, items or bytes than LINE takes.'),
  'encode-urls': rule('encode-urls', 'Addresses are percent-encoded.'),
  'valid-values': rule('valid-values', 'Values are those that LINE takes.'),
}
