/** The used part of `@takumi-rs/core`, which lays out and draws. HTML does not need it. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PngError } from './problems.js'

/** A node, as Takumi accepts it. */
export type Part =
  | { type: 'container'; style: PartStyle; children: Part[] }
  | { type: 'text'; style: PartStyle; text: string }
  | { type: 'image'; style: PartStyle; src: string }

export type PartStyle = Record<string, string | number>

/** The layout of a part, in pixels of the PNG. */
export interface Measured {
  readonly width: number
  readonly height: number
  /** A matrix; the last two numbers are left and top. */
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

/** Options of Takumi. Without `height`, the PNG is as high as its contents. */
export interface RenderOptions {
  width: number
  devicePixelRatio: number
  images: { src: string; data: Uint8Array; cache: 'auto' | 'none' }[]
}

/** Format of a file; the quality, 0 to 100, is that of a JPEG. */
export interface Encoding {
  format: 'png' | 'jpeg'
  quality?: number
}

/** Options for a fixed height, for raw pixels, or for another format. */
interface MoreRenderOptions extends RenderOptions {
  height: number
  format: Encoding['format'] | 'raw'
  quality: number
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
    throw new PngError('drawing_failed', `@takumi-rs/core could not draw the PNG: ${why}`, {
      cause,
    })
  }
}

/** Turns all errors of Takumi into a `PngError`. */
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
    'peer_missing',
    'toPng needs @takumi-rs/core, which is not installed or does not support this machine: npm install @takumi-rs/core',
    { cause },
  )

/** Creates a renderer, if the peer dependency is installed. */
export async function newRenderer(): Promise<Renderer> {
  let takumi: Takumi
  try {
    takumi = await import('@takumi-rs/core')
  } catch (cause) {
    throw missingPeer(cause)
  }
  return new SafeRenderer(new takumi.Renderer())
}

/** The URL with which another process imports the peer dependency: next to this library, or in the user's project. */
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
