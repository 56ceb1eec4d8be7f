/** The little of Babel that the tests call; its own package has no types. */
declare module '@babel/core' {
  export function transformAsync(source: string, options: object): Promise<{ code: string } | null>
}
