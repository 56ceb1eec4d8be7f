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
  Method,
  ParameterOf,
  Query,
} from './endpoint.js'

// What an operation takes and gives
export type { AnswerOf, BodyOf, InputOf, QueryOf } from './input.js'
