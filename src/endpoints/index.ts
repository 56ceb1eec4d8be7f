/** LINE's operations. */
export { type Endpoints, endpoints, type OperationId } from './table.js'

// The shape of a row
export type {
  Answer,
  AnswerKind,
  Body,
  BodyKind,
  Endpoint,
  EndpointFacts,
  Host,
  IdKind,
  Method,
  ParameterKind,
  ParameterOf,
  Query,
} from './endpoint.js'

// Input and answer of an operation
export type { AnswerOf, BodyOf, InputOf, QueryOf } from './input.js'
