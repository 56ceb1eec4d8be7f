/** What is used of `@takumi-rs/core`, which lays out and draws. Whoever makes HTML only does not need it. */
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

export interface Renderer {
  registerFont(font: {
    name: string
    data: Uint8Array
    weight: number
    unicodeRange?: [number, number][]
  }): Promise<unknown>
  measure(part: Part, options: RenderOptions): Promise<Measured>
  render(part: Part, options: RenderOptions): Promise<Uint8Array>
}

interface Takumi {
  Renderer: new () => Renderer
}

/** A new renderer, if the peer is there. */
export async function newRenderer(): Promise<Renderer> {
  let takumi: Takumi
  try {
    takumi = await import('@takumi-rs/core')
  } catch (cause) {
    throw new PngError(
      'missing_peer',
      'toPng draws with @takumi-rs/core, which is not installed or not made for this machine: npm install @takumi-rs/core',
      { cause },
    )
  }
  return new takumi.Renderer()
}
