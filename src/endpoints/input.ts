/** Types of an operation's input and answer, taken from its row. */
import type { Answer, Body, ParameterOf, Query } from './endpoint.js'
import type { Endpoints, OperationId } from './table.js'

/** Body of an operation's request. */
export type BodyOf<Id extends OperationId> = Endpoints[Id] extends { body: Body<infer T> }
  ? T
  : never

/** Query of an operation. */
export type QueryOf<Id extends OperationId> = Endpoints[Id] extends { query: Query<infer T> }
  ? T
  : never

/** Answer of an operation: its JSON, its bytes, or nothing. */
export type AnswerOf<Id extends OperationId> = Endpoints[Id] extends { answer: Answer<infer T> }
  ? T
  : undefined

type PathInput<Id extends OperationId> = [ParameterOf<Endpoints[Id]['path']>] extends [never]
  ? unknown
  : { path: Record<ParameterOf<Endpoints[Id]['path']>, string | number> }

type QueryInput<Id extends OperationId> = [QueryOf<Id>] extends [never]
  ? unknown
  : Partial<QueryOf<Id>> extends QueryOf<Id>
    ? { query?: QueryOf<Id> }
    : { query: QueryOf<Id> }

type BodyInput<Id extends OperationId> = [BodyOf<Id>] extends [never]
  ? unknown
  : Endpoints[Id] extends { body: { optional: true } }
    ? { body?: BodyOf<Id> }
    : { body: BodyOf<Id> }

/** Input of an operation: `path`, `query` and `body`, as far as it has them. */
export type InputOf<Id extends OperationId> = PathInput<Id> & QueryInput<Id> & BodyInput<Id>
