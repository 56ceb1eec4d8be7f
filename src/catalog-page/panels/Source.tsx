/** The messages as TSX or with builders. Converted by the server when it is looked at. */
import { useEffect, useState } from 'preact/hooks'
import type { RenderView, SourceRequest } from '../../catalog/preview/view.js'
import { readSource } from '../state/api.js'
import { text } from '../words/words.js'
import { Code } from './Code.js'

export function Source({ json, target }: { json: unknown; target: SourceRequest['target'] }) {
  const [code, setCode] = useState<string>()
  const [error, setError] = useState<string>()
  useEffect(() => {
    let isOld = false
    readSource({ json, target }).then(
      (answer) => {
        if (isOld) return
        setCode(answer.code)
        setError(undefined)
      },
      (why: unknown) => {
        if (!isOld) setError(why instanceof Error ? why.message : String(why))
      },
    )
    return () => {
      isOld = true
    }
  }, [json, target])
  if (error !== undefined)
    return (
      <p class="node-problem" role="alert">
        {error}
      </p>
    )
  return code === undefined ? <p class="quiet">{text.value.loading}</p> : <Code code={code} />
}

export function StorySource({
  render: { output },
  target,
}: {
  render: RenderView
  target: SourceRequest['target']
}) {
  if (output === undefined) return null
  if (typeof output === 'string') return <Code code={output} />
  const single = Array.isArray(output) && output.length === 1 ? output[0] : output
  return <Source json={single} target={target} />
}
