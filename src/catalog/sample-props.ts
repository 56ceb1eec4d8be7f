/** Types of sample props: which are set for all stories of a component, and which each story still needs. */

/** Every prop of a component; of a union, those of all members. */
export type PropNames<P> = P extends unknown ? keyof P : never

/** The type of one prop; of a union, that of each member that has it. */
export type PropType<P, K> = P extends unknown ? (K extends keyof P ? P[K] : never) : never

/** The props `K` with their types. A mapped type, so that TypeScript infers `K` from the samples. */
export type SharedProps<P, K extends PropNames<P>> = { [X in K]: PropType<P, X> }

/** The props of a story: those that all stories share are optional. Members of a union stay separate. */
export type RemainingProps<P, K> = P extends unknown
  ? Omit<P, K & keyof P> & Partial<Pick<P, K & keyof P>>
  : never
