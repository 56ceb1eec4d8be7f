/** Asks for a picture, video, recording or file; the emulator sends a sample if none is chosen. */
import { labelOf } from './deeds.js'
import { ask, field } from './dialogs.js'
import { h } from './dom.js'
import type { Store } from './store.js'

type Kind = 'image' | 'video' | 'audio' | 'file'

/** Body of the control API for a message with media. */
interface Sent {
  data?: string
  contentType?: string
  fileName?: string
  duration?: number
  preview?: string
}

/** Largest file in bytes: a command has room for it as base64. */
const MOST = 17_000_000

/** Milliseconds that the browser has to load a file. */
const PATIENCE = 3_000

const base64 = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}

const picture = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/png'))

/** Duration and first picture of a file, if this browser can play it. */
async function look(
  file: Blob,
  kind: 'video' | 'audio',
): Promise<Pick<Sent, 'duration' | 'preview'>> {
  const media = h(kind, { preload: 'auto' })
  media.muted = true
  media.src = URL.createObjectURL(file)
  try {
    await new Promise((resolve) => {
      for (const event of ['loadeddata', 'error']) media.addEventListener(event, resolve)
      setTimeout(resolve, PATIENCE)
    })
    const { duration } = media
    const seen = media instanceof HTMLVideoElement && media.videoWidth > 0 ? media : undefined
    return {
      ...(Number.isFinite(duration) && { duration: Math.round(duration * 1000) }),
      ...(seen && { preview: await base64(await frameOf(seen)) }),
    }
  } finally {
    URL.revokeObjectURL(media.src)
  }
}

function frameOf(media: HTMLVideoElement): Promise<Blob> {
  const width = Math.min(480, media.videoWidth)
  const height = Math.round((width * media.videoHeight) / media.videoWidth)
  const canvas = h('canvas', { width, height })
  canvas.getContext('2d')!.drawImage(media, 0, 0, width, height)
  return picture(canvas)
}

export async function askMedia(kind: Kind, store: Store): Promise<Sent | undefined> {
  const { words } = store
  const titles = {
    image: labelOf('sendsImage', store),
    video: labelOf('sendsVideo', store),
    audio: labelOf('sendsAudio', store),
    file: labelOf('sendsFile', store),
  } as const
  const input = field(words.chooseFile, {
    name: 'file',
    type: 'file',
    accept: kind === 'file' ? undefined : `${kind}/*`,
  })
  const hint = h('p', { class: 'field-hint' }, words.sampleHint)
  const result = await ask(store, titles[kind], [input, hint], { ok: words.send })
  if (!result) return undefined
  const file = result.form.querySelector('input')?.files?.[0]
  if (!file) return {}
  if (file.size > MOST) throw new Error(words.tooLarge(Math.floor(MOST / 1e6)))
  return {
    data: await base64(file),
    contentType: file.type || 'application/octet-stream',
    ...(kind === 'file' && { fileName: file.name }),
    ...((kind === 'video' || kind === 'audio') && (await look(file, kind))),
  }
}
