/** Text between tags, as compilers read it. */

/** The text without indentation and line breaks; undefined if nothing is left. */
export function jsxText(value: string): string | undefined {
  const lines = value.split(/\r\n|\n|\r/)
  const last = lines.findLastIndex((line) => /[^ \t]/.test(line))
  const text = lines
    .map((line, i) => {
      const begun = i === 0 ? line : line.replace(/^[ \t]+/, '')
      const ended = i === lines.length - 1 ? begun : begun.replace(/[ \t]+$/, '')
      return ended && i !== last && last > i ? `${ended} ` : ended
    })
    .join('')
  return text === '' ? undefined : text
}
