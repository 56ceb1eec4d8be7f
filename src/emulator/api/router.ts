/** Finds the operation of a request. The routes are made from the table of LINE's operations. */
import { type Endpoint, endpoints, type Host, type OperationId } from '../../endpoints/index.js'

/** An operation, with the parameters of its path. */
export interface Match {
  operation: OperationId
  row: Endpoint
  params: Record<string, string>
}

interface Node {
  readonly literal: Map<string, Node>
  parameter?: Node
  readonly rows: Map<string, { operation: OperationId; row: Endpoint; names: string[] }>
}

const node = (): Node => ({ literal: new Map(), rows: new Map() })

const root = node()
for (const [operation, row] of Object.entries(endpoints) as [OperationId, Endpoint][]) {
  const names: string[] = []
  let at = root
  for (const part of row.path.slice(1).split('/')) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name !== undefined) {
      names.push(name)
      at = at.parameter ??= node()
    } else {
      let next = at.literal.get(part)
      if (!next) at.literal.set(part, (next = node()))
      at = next
    }
  }
  at.rows.set(row.method, { operation, row, names })
}

/** The operation; `unknown` if the path does not exist (at this host); `method` if the path has other methods only. */
export function route(
  method: string,
  path: string,
  host: Host | undefined,
): Match | 'unknown' | 'method' {
  const parts = path.slice(1).split('/')
  const values: string[] = []
  const found = walk(root, parts, 0, values)
  if (!found) return 'unknown'
  const row = found.rows.get(method)
  if (!row) return 'method'
  if (host !== undefined && host !== (row.row.host ?? 'api')) return 'unknown'
  const params: Record<string, string> = {}
  for (let i = 0; i < row.names.length; i++) {
    const value = decoded(values[i]!)
    if (value === undefined) return 'unknown'
    params[row.names[i]!] = value
  }
  return { operation: row.operation, row: row.row, params }
}

/** Fixed words of a path take precedence over parameters: in `/richmenu/list`, `list` is not an id. */
function walk(at: Node, parts: readonly string[], i: number, values: string[]): Node | undefined {
  if (i === parts.length) return at.rows.size > 0 ? at : undefined
  const part = parts[i]!
  const next = at.literal.get(part)
  const found = next && walk(next, parts, i + 1, values)
  if (found) return found
  if (!at.parameter || part === '') return undefined
  values.push(part)
  const byParameter = walk(at.parameter, parts, i + 1, values)
  if (!byParameter) values.pop()
  return byParameter
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
