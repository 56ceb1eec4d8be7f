/** Imagemaps by the paths of their base URLs, with their pictures. */
import { readImageHeader } from '../../common/image-header.js'
import { isElement } from '../../jsx-runtime/element.js'
import { apiLimits } from '../../spec/api/limits.js'
import { versionPattern } from '../components/imagemap-version.js'
import { RichMenuError } from '../errors.js'
import { sha256 } from '../wanted/hash.js'
import {
  type ImagemapPicture,
  imagemapPicture,
  type RenderedImagemap,
  renderImagemap,
} from './imagemap-picture.js'
import type { ImagemapNode, ImagemapOptions } from './imagemap-source.js'
import { PictureStore, type StoredPicture } from './picture-store.js'

/** Pictures that are drawn already: what `drawImagemap` returns, or files of an earlier build where nothing can be drawn, as on Workers. */
export interface ReadyImagemap {
  /** The base URL without the version. */
  readonly baseUrl: string
  /** The version in the base URL of messages, if there is one. */
  readonly version?: string | undefined
  /** PNG or JPEG by width: 240, 300, 460, 700 and 1040. */
  readonly pictures: ReadonlyMap<number, Uint8Array> | Readonly<Record<number, Uint8Array>>
}

/** An imagemap that is served. */
type Served = ImagemapNode | ReadyImagemap

/** What `imagemapHandler` serves. A function gets the path without width, such as `/maps/shop`, and is called for every request. */
export type ImagemapNodes =
  readonly Served[] | ((path: string) => Served | undefined | Promise<Served | undefined>)

/** An imagemap at its path. */
interface Entry {
  readonly path: string
  readonly version: string | undefined
  /** Its pictures by width, or what draws them. */
  readonly source: ReadonlyMap<number, Uint8Array> | (() => Promise<Drawer>)
}

type Drawer = Pick<ImagemapPicture, 'hash' | 'encode'>

/** What a request is for. */
interface Found {
  readonly entry: Entry
  /** `undefined` for a width that LINE does not ask for. */
  readonly width: number | undefined
  /** Whether the address has the current version: another picture has another address. */
  readonly isCurrentVersion: boolean
}

const widths: readonly number[] = apiLimits.imagemapImage.widths

/** The imagemaps of a handler. */
export class ServedImagemaps {
  readonly #store: PictureStore
  readonly #options: ImagemapOptions
  readonly #onWarning: (warning: string) => void
  readonly #load: ((path: string) => Served | undefined | Promise<Served | undefined>) | undefined
  /** Those of the list that are not rendered yet. */
  #rest: readonly Served[]
  #rendering: Promise<void> | undefined
  readonly #entries = new Map<string, Entry>()
  /** Pictures that were ready. */
  readonly #known = new WeakMap<Uint8Array, Promise<StoredPicture>>()
  /** Names of imagemaps whose warnings were reported. */
  readonly #warned = new Set<string>()

  constructor(
    imagemaps: ImagemapNodes,
    { context, base, fonts }: ImagemapOptions,
    maxBytes: number,
    onWarning: (warning: string) => void,
  ) {
    this.#options = { context, base, fonts }
    this.#store = new PictureStore(maxBytes)
    this.#onWarning = onWarning
    this.#load = typeof imagemaps === 'function' ? imagemaps : undefined
    this.#rest = typeof imagemaps === 'function' ? [] : imagemaps
  }

  /** What an encoded path is for; `undefined` for paths of others. */
  async find(path: string): Promise<Found | undefined> {
    const parts = /^(.*)\/([^/]*)$/.exec(path)
    if (!parts) return undefined
    const [, before = '', last = ''] = parts
    const width = widths.find((one) => String(one) === last)
    // Only digits can be a width: others may have files and pages below the path.
    if (!/^\d{1,5}$/.test(last)) return undefined
    const exact = await this.#entry(before)
    // Also without its version: of a message that was sent before there were versions.
    if (exact) return { entry: exact, width, isCurrentVersion: false }
    const versioned = /^(.*)\/([^/]+)$/.exec(before)
    if (!versioned || !versionPattern.test(versioned[2]!)) return undefined
    const entry = await this.#entry(versioned[1]!)
    // Messages in chats have earlier versions: they get the current picture.
    return entry?.version === undefined
      ? undefined
      : { entry, width, isCurrentVersion: versioned[2] === entry.version }
  }

  /** The picture of an imagemap at a width, drawn once. */
  async picture({ path, source }: Entry, width: number): Promise<StoredPicture> {
    if (typeof source !== 'function') {
      const bytes = source.get(width)
      if (bytes) return this.#ready(bytes, path)
      throw new RichMenuError('picture_missing', `${path} has no picture of the width ${width}.`)
    }
    const picture = await source()
    return this.#store.get(`${path} ${picture.hash} ${width}`, async () =>
      stored(await picture.encode(width), path),
    )
  }

  #ready(bytes: Uint8Array, path: string): Promise<StoredPicture> {
    const known = this.#known.get(bytes) ?? stored(bytes, path)
    this.#known.set(bytes, known)
    return known
  }

  async #entry(path: string): Promise<Entry | undefined> {
    if (this.#load) {
      const node = await this.#load(path)
      if (!node) return undefined
      const entry = await this.#read(node)
      if (entry.path === path) return entry
      throw new RichMenuError(
        'imagemap_invalid',
        `For ${path}, the function gave an imagemap whose base URL has the path ${entry.path}.`,
      )
    }
    const known = this.#entries.get(path)
    if (known || this.#rest.length === 0) return known
    this.#rendering ??= this.#renderRest().finally(() => (this.#rendering = undefined))
    // One that cannot be rendered may be the one that is asked for.
    const failure = await this.#rendering.then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    const found = this.#entries.get(path)
    if (!found && failure) throw failure.error
    return found
  }

  /** Renders those of the list that are left. Those that fail are rendered again for the next request. */
  async #renderRest(): Promise<void> {
    const nodes = this.#rest
    const results = await Promise.allSettled(nodes.map((node) => this.#read(node)))
    const failed = results.filter((result) => result.status === 'rejected')
    this.#rest = nodes.filter((_, i) => results[i]!.status === 'rejected')
    for (const result of results) {
      if (result.status === 'rejected') continue
      const { path } = result.value
      if (this.#entries.has(path))
        throw new RichMenuError(
          'imagemap_invalid',
          `Two imagemaps have a base URL with the path ${path}.`,
        )
      this.#entries.set(path, result.value)
    }
    if (failed[0]) throw failed[0].reason
  }

  async #read(node: Served): Promise<Entry> {
    if (isReady(node)) return readyEntry(node)
    const rendered = await renderImagemap(node, this.#options)
    const { baseUrl, version } = rendered.details
    let source: Promise<ImagemapPicture> | undefined
    return {
      path: new URL(baseUrl).pathname,
      version,
      source: () => {
        if (!source) {
          source = this.#source(rendered)
          source.catch(() => (source = undefined))
        }
        return source
      },
    }
  }

  async #source(rendered: RenderedImagemap): Promise<ImagemapPicture> {
    const picture = await imagemapPicture(rendered, this.#options)
    if (!this.#warned.has(picture.baseUrl)) {
      if (this.#warned.size < MOST_NAMES) this.#warned.add(picture.baseUrl)
      for (const warning of await picture.warnings()) this.#onWarning(warning)
    }
    return picture
  }
}

/** A function can give any number of imagemaps. */
const MOST_NAMES = 1_000

const isReady = (node: Served): node is ReadyImagemap =>
  !isElement(node) && typeof node === 'object' && 'pictures' in node

/** @throws {RichMenuError} `imagemap_invalid` */
function readyEntry({ baseUrl, version, pictures }: ReadyImagemap): Entry {
  if (!URL.canParse(baseUrl))
    throw new RichMenuError('imagemap_invalid', `${JSON.stringify(baseUrl)} is not a base URL.`)
  const byWidth =
    pictures instanceof Map
      ? (pictures as ReadonlyMap<number, Uint8Array>)
      : new Map(Object.entries(pictures).map(([width, bytes]) => [Number(width), bytes]))
  return { path: new URL(baseUrl).pathname, version, source: byWidth }
}

/** @throws {RichMenuError} `picture_invalid` */
async function stored(bytes: Uint8Array, path: string): Promise<StoredPicture> {
  const header = bytes instanceof Uint8Array ? readImageHeader(bytes) : undefined
  if (header) return { bytes, type: header.type, etag: `"${(await sha256(bytes)).slice(0, 32)}"` }
  throw new RichMenuError('picture_invalid', `A picture of ${path} is neither PNG nor JPEG.`)
}
