/** Values that the browser keeps. */
export const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(`fukidashi-${name}`)
  } catch {
    return null
  }
}

export const store = (name: string, value: string): void => {
  try {
    localStorage.setItem(`fukidashi-${name}`, value)
  } catch {
    // Without storage the value is lost.
  }
}
