/** A request with its operation. */
import { isRecord } from '../../common/json.js'
import type { Endpoint, OperationId } from '../../endpoints/index.js'
import type { Problem } from '../../validation/index.js'
import type { World } from '../state/world.js'
import { refusal, type Result } from './answer.js'
import { readJson } from './json.js'
import { type ApiRequest, bytesOf, textOf } from './request.js'
import { sentences } from './sentences.js'

/** An object with unknown properties. */
export type Fields = Record<string, unknown>

export const isFields: (value: unknown) => value is Fields = isRecord

/** Performs an operation. @throws {Refusal} */
export type Operation = (call: Call) => Result | Promise<Result>

export class Call {
  readonly world: World
  readonly operation: OperationId
  readonly row: Endpoint
  readonly request: ApiRequest
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly requestId: string
  /** Problems that the validators found in its messages. */
  problems: readonly Problem[] = []

  constructor(parts: {
    world: World
    operation: OperationId
    row: Endpoint
    request: ApiRequest
    params: Record<string, string>
    query: URLSearchParams
    requestId: string
  }) {
    this.world = parts.world
    this.operation = parts.operation
    this.row = parts.row
    this.request = parts.request
    this.params = parts.params
    this.query = parts.query
    this.requestId = parts.requestId
  }

  /** Returns a parameter of the path. */
  param(name: string): string {
    return this.params[name]!
  }

  header(name: string): string | undefined {
    return this.request.headers[name]
  }

  /** The body's JSON. An empty body is an empty object where the operation can do without. */
  json(): Fields {
    const text = textOf(this.request.body)
    if (text === '' && this.row.body?.optional) return {}
    const value = readJson(text)
    if (!isFields(value)) throw refusal(400, sentences.notJson(1, 1))
    return value
  }

  form(): URLSearchParams {
    return new URLSearchParams(textOf(this.request.body))
  }

  bytes(): Uint8Array {
    return bytesOf(this.request.body)
  }
}
