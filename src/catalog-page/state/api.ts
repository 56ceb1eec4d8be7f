/** Calls of the preview's server. */
import type {
  ProjectView,
  SendAnswer,
  SendRequest,
  SourceAnswer,
  SourceRequest,
  StoryAnswer,
  StoryRequest,
} from '../../catalog/preview/view.js'

export const BASE = '/_fukidashi/preview'

async function post<T>(what: string, body: object = {}): Promise<T> {
  const response = await fetch(`${BASE}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (response.ok) return JSON.parse(text) as T
  throw new Error(messageIn(text) ?? `${response.status}`)
}

/** The reason in an answer: JSON, or text. */
function messageIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { message?: string }).message
  } catch {
    return text.trim() === '' ? undefined : text.trim()
  }
}

export const readProject = (): Promise<ProjectView> => post('project')
export const readStory = (request: StoryRequest): Promise<StoryAnswer> => post('story', request)
export const readSource = (request: SourceRequest): Promise<SourceAnswer> => post('source', request)
export const sendMessages = (request: SendRequest): Promise<SendAnswer> => post('send', request)
export const reloadAll = (): Promise<unknown> => post('reload')
/** Opens a file of the project in the editor. */
export const openFile = (place: object): Promise<unknown> => post('open', place)

/** Words of a language that is not part of the script. */
export const loadWords = async <T>(tag: string): Promise<T> =>
  (await (await fetch(`${BASE}/words/${tag}`)).json()) as T
