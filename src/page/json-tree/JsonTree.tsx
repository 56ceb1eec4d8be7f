/** JSON whose objects and arrays open and close, with each problem at its node. */
import { useMemo, useState } from 'preact/hooks'
import { say, words } from '../i18n/language.js'
import { childPath, hasProblemsIn, type NodeProblem, problemsByNode } from './problem-nodes.js'

/** Levels that are open at first. */
const OPEN_LEVELS = 4
/** Items of one object or array that are drawn first. */
const FIRST_ITEMS = 100
/** Objects with more items are closed at first. */
const LARGE = 30

type ByNode = ReturnType<typeof problemsByNode>

interface NodeProps {
  /** Key or index; none at the root. */
  name: string | undefined
  value: unknown
  path: string
  level: number
  byNode: ByNode
}

const Key = ({ name }: { name: string | undefined }) =>
  name === undefined ? null : (
    <>
      <span class="json-key">{name}</span>
      <span class="json-mark">: </span>
    </>
  )

const Problems = ({ path, byNode }: { path: string; byNode: ByNode }) => (
  <>
    {byNode.get(path)?.map(({ severity, message }, i) => (
      <p key={i} class={`node-problem ${severity}`}>
        {message}
      </p>
    ))}
  </>
)

function Leaf({ name, value, path, byNode }: NodeProps) {
  const kind = typeof value === 'string' ? 'string' : 'value'
  return (
    <li class={byNode.has(path) ? 'json-wrong' : undefined}>
      <span class="json-row">
        <Key name={name} />
        <span class={`json-${kind}`}>{JSON.stringify(value)}</span>
      </span>
      <Problems path={path} byNode={byNode} />
    </li>
  )
}

function Branch({ name, value, path, level, byNode }: NodeProps & { value: object }) {
  const isList = Array.isArray(value)
  const entries: [string, unknown][] = Object.entries(value)
  const isWrong = hasProblemsIn(byNode, path)
  const [open, setOpen] = useState(
    level === 0 || isWrong || (level < OPEN_LEVELS && entries.length <= LARGE),
  )
  const [most, setMost] = useState(FIRST_ITEMS)
  const [first, last] = isList ? '[]' : '{}'
  // The problem of an item that is not drawn would be invisible.
  const drawn = isWrong ? entries : entries.slice(0, most)
  return (
    <li class={byNode.has(path) ? 'json-wrong' : undefined}>
      <button
        type="button"
        class="json-row json-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Key name={name} />
        <span class="json-mark">
          {first}
          {!open && entries.length > 0 && '…'}
          {(!open || entries.length === 0) && last}
        </span>
        {!open && <span class="json-count">{say('items', { count: entries.length })}</span>}
      </button>
      <Problems path={path} byNode={byNode} />
      {open && entries.length > 0 && (
        <>
          <ul>
            {drawn.map(([key, child]) => (
              <Node
                key={key}
                name={key}
                value={child}
                path={childPath(path, key, isList)}
                level={level + 1}
                byNode={byNode}
              />
            ))}
          </ul>
          {drawn.length < entries.length && (
            <button type="button" class="plain" onClick={() => setMost(most + FIRST_ITEMS * 10)}>
              {words.value.more} ({entries.length - drawn.length})
            </button>
          )}
          <span class="json-mark">{last}</span>
        </>
      )}
    </li>
  )
}

const Node = (props: NodeProps) => {
  const { value } = props
  return typeof value === 'object' && value !== null ? (
    <Branch {...props} value={value} />
  ) : (
    <Leaf {...props} />
  )
}

/**
 * A tree of JSON.
 *
 * @param text - JSON; other text is shown as it is
 * @param problems - with paths from the root of the JSON
 */
export function JsonTree({
  text,
  problems = [],
}: {
  text: string
  problems?: readonly NodeProblem[]
}) {
  const value: unknown = useMemo(() => parsed(text), [text])
  const byNode = useMemo(() => problemsByNode(value, problems), [value, problems])
  if (value === undefined)
    return (
      <pre class="json-text" tabIndex={0}>
        {text}
      </pre>
    )
  return (
    <ul class="json-tree">
      <Node name={undefined} value={value} path="" level={0} byNode={byNode} />
    </ul>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
