/** The session of one user or chat. */

/** Fields that are set: `undefined` removes a field. */
export type SessionFields<Input extends object> = {
  readonly [Name in keyof Input]?: Input[Name] | undefined
}

/**
 * The session of the user or the chat of an event: `ctx.session`. It is read from the store once for each event, and again when another
 * process has changed it. `Input` is what the schema takes, `Data` what it returns.
 */
export interface Session<Input extends object, Data extends object = Input> {
  /**
   * The data, or the initial data if there is none. A copy: changes of it are written with `set` or `update`.
   *
   * @throws {SessionError} `session_invalid` if stored data does not fit the schema, `store_unavailable`, `user_missing`, `chat_missing`
   *
   * @example
   * const { name } = await ctx.session.get()
   */
  get(): Promise<Data>
  /**
   * Writes the fields that differ from the data that was read. Fields that another process has changed meanwhile stay as they are. If no
   * field differs, the session is kept longer: its `ttl` begins again.
   *
   * @returns the data as it is now
   * @throws {SessionError} `session_conflict` if another process has changed one of the same fields, with their names in `fields`;
   *   `session_invalid` if the schema refuses the result; as `get`
   * @throws {WebhookError} `lease_lost`
   *
   * @example
   * await ctx.session.set({ name: ctx.text, question: undefined })
   */
  set(fields: SessionFields<Input>): Promise<Data>
  /**
   * Changes the data. The function must depend on its argument only: it is called again if another process has changed the data meanwhile.
   *
   * @param change - returns the new data, or changes its argument and returns nothing
   * @returns the data as it is now
   * @throws {SessionError} `session_conflict` if it cannot be written after many tries; `session_invalid`; as `get`
   * @throws {WebhookError} `lease_lost`
   *
   * @example
   * await ctx.session.update((s) => ({ ...s, count: s.count + 1 }))
   */
  update(change: (data: Data) => Input | undefined): Promise<Data>
  /**
   * Deletes the session.
   * @throws {SessionError} `store_unavailable`, `user_missing`, `chat_missing`
   * @throws {WebhookError} `lease_lost`
   */
  clear(): Promise<void>
}
