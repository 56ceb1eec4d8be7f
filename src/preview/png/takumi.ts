/** What is used of `@takumi-rs/core`, which lays out and draws. Whoever makes HTML only does not need it. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PngError } from './problems.js'

/** A part of the picture, as Takumi takes it. */
export type Part =
  | { type: 'container'; style: PartStyle; children: Part[] }
  | { type: 'text'; style: PartStyle; text: string }
  | { type: 'image'; style: PartStyle; src: string }

export type PartStyle = Record<string, string | number>

/** A part as it was laid out, in pixels of the picture. */
export interface Measured {
  readonly width: number
  readonly height: number
  /** The last two are left and top. */
  readonly transform: readonly [number, number, number, number, number, number]
  readonly children: readonly Measured[]
  readonly runs: readonly MeasuredRun[]
}

export interface MeasuredRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How Takumi draws: as high as what is drawn. */
export interface RenderOptions {
  width: number
  devicePixelRatio: number
  images: { src: string; data: Uint8Array; cache: 'auto' | 'none' }[]
}

/** A picture of a given height, or its pixels. */
interface MoreRenderOptions extends RenderOptions {
  height: number
  format: 'png' | 'raw'
}

interface RegisteredFont {
  name: string
  data: Uint8Array
  weight: number
  unicodeRange?: [number, number][]
}

export interface Renderer {
  registerFont(font: RegisteredFont): Promise<unknown>
  measure(part: Part, options: Partial<RenderOptions>): Promise<Measured>
  render(part: Part, options: Partial<MoreRenderOptions>): Promise<Uint8Array>
}

interface Takumi {
  Renderer: new () => Renderer
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new PngError('not_drawn', `@takumi-rs/core did not draw the picture: ${why}`, { cause })
  }
}

/** Fails with a `PngError` where Takumi gives errors of any kind. */
class SafeRenderer implements Renderer {
  readonly #takumi: Renderer

  constructor(takumi: Renderer) {
    this.#takumi = takumi
  }

  async registerFont(font: RegisteredFont): Promise<unknown> {
    return guarded(() => this.#takumi.registerFont(font))
  }

  async measure(part: Part, options: Partial<RenderOptions>): Promise<Measured> {
    return guarded(() => this.#takumi.measure(part, options))
  }

  async render(part: Part, options: Partial<MoreRenderOptions>): Promise<Uint8Array> {
    return guarded(() => this.#takumi.render(part, options))
  }
}

const missingPeer = (cause: unknown): PngError =>
  new PngError(
    'missing_peer',
    'toPng draws with @takumi-rs/core, which is not installed or not made for this machine: npm install @takumi-rs/core',
    { cause },
  )

/** A new renderer, if the peer is there. */
export async function newRenderer(): Promise<Renderer> {
  let takumi: Takumi
  try {
    takumi = await import('@takumi-rs/core')
  } catch (cause) {
    throw missingPeer(cause)
  }
  return new SafeRenderer(new takumi.Renderer())
}

/** The URL by which another process imports the peer: next to this library, or in the project that runs. */
export function takumiUrl(): string {
  let cause: unknown
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')])
    try {
      return pathToFileURL(createRequire(from).resolve('@takumi-rs/core')).href
    } catch (error) {
      cause ??= error
    }
  throw missingPeer(cause)
}
