/** What to do about JSX that was compiled for React; `undefined` for all other errors. */
export const reactAdvice = (error: unknown): string | undefined =>
  error instanceof Error && error.message === 'React is not defined'
    ? 'The JSX was compiled for React: set "jsx": "react-jsx" and "jsxImportSource": "fukidashi" in tsconfig.json, or begin the file with /** @jsxImportSource fukidashi */'
    : undefined
