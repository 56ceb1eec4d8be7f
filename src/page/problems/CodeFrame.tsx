/** The lines around the place of a failure. */
export function CodeFrame({
  firstLine,
  lines,
  line,
}: {
  firstLine: number
  lines: readonly string[]
  line: number | undefined
}) {
  const digits = String(firstLine + lines.length - 1).length
  return (
    <pre class="code-frame" tabIndex={0}>
      {lines.map((text, i) => {
        const number = firstLine + i
        return (
          <span key={number} class={number === line ? 'code-line here' : 'code-line'}>
            <span class="code-number">
              {number === line ? '›' : ' '} {String(number).padStart(digits)}
            </span>
            {` ${text}\n`}
          </span>
        )
      })}
    </pre>
  )
}
