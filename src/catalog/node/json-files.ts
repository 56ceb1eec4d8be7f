/** Checks JSON files: messages, Flex containers, rich menus, and bodies of requests. */
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import {
  findNodeAtLocation,
  getNodeValue,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { decodeText } from '../../common/decode-text.js'
import { classify, type InputKind, validatedAs } from '../../convert/classify.js'
import { segments } from '../../validation/index.js'
import { validate } from '../../render/index.js'
import type { Finding } from './findings.js'

/** A JSON file, what it was taken for, and its problems. */
export interface CheckedFile {
  /** Relative to the project. */
  file: string
  kind: InputKind | undefined
  findings: Finding[]
}

/**
 * Checks one JSON file.
 *
 * @param root - absolute path of the project
 * @param path - absolute path of the file
 */
export async function checkJsonFile(root: string, path: string): Promise<CheckedFile> {
  const file = relative(root, path).replaceAll('\\', '/')
  try {
    return checkJson(file, decodeText(await readFile(path)))
  } catch (error) {
    const { message } = error as Error
    return failed(file, { code: 'file_unreadable', message }, '', 0)
  }
}

function checkJson(file: string, text: string): CheckedFile {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (!tree || error) {
    const message = `This is not JSON: ${error ? printParseErrorCode(error.error) : 'the file is empty'}.`
    return failed(file, { code: 'json_invalid', message }, text, error?.offset ?? 0)
  }
  const value = getNodeValue(tree) as unknown
  const kind = classify(value)
  const as = validatedAs[kind]
  if (as === undefined) {
    const message =
      'This is not a message, a list of messages, the body of a request, a Flex container, a template, an action, a quick reply or a rich menu.'
    return failed(file, { code: 'json_unknown', message }, text, tree.offset)
  }
  const checked = kind === 'request' ? (value as { messages: unknown }).messages : value
  const findings = validate(checked, { as }).map(
    ({ severity, code, message, path, docs }): Finding => ({
      ...placed(file, text, offsetOf(tree, path)),
      severity,
      code,
      message,
      path,
      docs,
    }),
  )
  return { file, kind, findings }
}

const failed = (
  file: string,
  problem: Pick<Finding, 'code' | 'message'>,
  text: string,
  offset: number,
): CheckedFile => ({
  file,
  kind: undefined,
  findings: [{ ...placed(file, text, offset), severity: 'error', ...problem }],
})

/** A finding at an offset of a file. */
function placed(file: string, text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return {
    story: undefined,
    locale: undefined,
    file,
    line: before.length,
    column: before.at(-1)!.length + 1,
    path: '',
    component: undefined,
    docs: undefined,
  }
}

/** Where the value at a path begins; of a missing property, the object that lacks it. */
function offsetOf(tree: JsonNode, path: string): number {
  const place = segments(path)
  // Paths of a list begin with "messages", whether or not the file has such a property.
  if (tree.type === 'array') place.shift()
  for (; ; place.pop()) {
    const node = findNodeAtLocation(tree, place)
    if (node) return node.offset
    if (place.length === 0) return tree.offset
  }
}
