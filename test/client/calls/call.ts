/** Every operation with its smallest and its fullest request, and the method of the client that makes it. */
import type { InputOf, OperationId } from '../../../src/endpoints/index.js'
import type { LineClient } from '../../../src/client/index.js'

export interface Call<Id extends OperationId> {
  smallest: InputOf<Id>
  /** The same where there is nothing to add. */
  fullest?: InputOf<Id>
  /** The way that people take. */
  through: (line: LineClient) => unknown
}

export type Calls = { [Id in OperationId]: Call<Id> }
