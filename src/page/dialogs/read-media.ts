/** Reads a file for a command of the emulator: its bytes, its duration, its first picture. */

/** Body of the control API for a message with media. */
export interface SentMedia {
  data?: string
  contentType?: string
  fileName?: string
  duration?: number
  preview?: string
}

export type MediaKind = 'image' | 'video' | 'audio' | 'file'

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

function firstPicture(media: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(480, media.videoWidth)
  canvas.height = Math.round((canvas.width * media.videoHeight) / media.videoWidth)
  canvas.getContext('2d')!.drawImage(media, 0, 0, canvas.width, canvas.height)
  return picture(canvas)
}

/** Duration and first picture of a file, if this browser can play it. */
async function look(
  file: Blob,
  kind: 'video' | 'audio',
): Promise<Pick<SentMedia, 'duration' | 'preview'>> {
  const media = document.createElement(kind)
  media.preload = 'auto'
  media.muted = true
  media.src = URL.createObjectURL(file)
  try {
    await new Promise((resolve) => {
      for (const event of ['loadeddata', 'error']) media.addEventListener(event, resolve)
      setTimeout(resolve, PATIENCE)
    })
    const { duration } = media
    const video = media instanceof HTMLVideoElement && media.videoWidth > 0 ? media : undefined
    return {
      ...(Number.isFinite(duration) && { duration: Math.round(duration * 1000) }),
      ...(video && { preview: await base64(await firstPicture(video)) }),
    }
  } finally {
    URL.revokeObjectURL(media.src)
  }
}

export const readMedia = async (file: File, kind: MediaKind): Promise<SentMedia> => ({
  data: await base64(file),
  contentType: file.type || 'application/octet-stream',
  ...(kind === 'file' && { fileName: file.name }),
  ...((kind === 'video' || kind === 'audio') && (await look(file, kind))),
})
