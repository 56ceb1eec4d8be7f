/** What to do about JSX that was compiled for React; `undefined` for all other errors. */
export const reactAdvice = (error: unknown): string | undefined =>
  error instanceof Error && error.message === 'React is not defined'
    ? 'The JSX is compiled for React; set "jsxImportSource": "fukidashi" in tsconfig.json, or begin the file with /** @jsxImportSource fukidashi */'
    : undefined
