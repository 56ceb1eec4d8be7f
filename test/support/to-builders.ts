/** JSON → builders, called as a person would: the factory with its arguments and children, then a method for each property. */
import { type ValidateAs } from 'fukidashi'
import * as builders from 'fukidashi/builders'
import { ToElements } from './to-elements.ts'

/** Properties that a factory takes as arguments. All others take children, or nothing. */
const args: Record<string, readonly string[]> = {
  Mention: ['userId'],
  Emoji: ['productId', 'emojiId'],
  Sticker: ['packageId', 'stickerId'],
  Image: ['originalContentUrl', 'previewImageUrl'],
  Video: ['originalContentUrl', 'previewImageUrl'],
  Audio: ['originalContentUrl', 'duration'],
  Location: ['title', 'address', 'latitude', 'longitude'],
  Coupon: ['couponId'],
  Imagemap: ['baseUrl'],
  ImagemapArea: ['x', 'y', 'width', 'height'],
  ImagemapVideo: ['originalContentUrl', 'previewImageUrl'],
  Area: ['x', 'y', 'width', 'height'],
  Postback: ['label', 'data'],
  MessageAction: ['label', 'text'],
  Uri: ['label', 'uri'],
  DatetimePicker: ['label', 'data', 'mode'],
  Clipboard: ['label', 'clipboardText'],
  Camera: ['label'],
  CameraRoll: ['label'],
  LocationAction: ['label'],
  RichMenuSwitch: ['label', 'richMenuAliasId', 'data'],
  Sender: ['name', 'iconUrl'],
  ImageColumn: ['imageUrl'],
  'Flex.Image': ['url'],
  'Flex.Icon': ['url'],
  'Flex.Video': ['url', 'previewUrl'],
  'Flex.LinearGradient': ['angle', 'startColor', 'endColor'],
}

/** No builder can say it: there is no such method, or TypeScript wants a list. */
class Unsayable extends Error {}

type Chain = Record<string, ((...values: unknown[]) => Chain) | undefined>
type Factories = Record<string, ((...values: unknown[]) => Chain) | undefined>

const lists = ['actions', 'columns', 'items', 'areas', 'emojis']

function make(type: unknown, props: Record<string, unknown>, ...children: unknown[]): unknown {
  const { name } = (type as Record<symbol, { name: string }>)[Symbol.for('fukidashi.component')]!
  const isFlex = name.startsWith('Flex.')
  const own = name.replace('Flex.', '')
  const factories = (isFlex ? builders.flex : builders) as unknown as Factories
  const factory = factories[`${own[0]!.toLowerCase()}${own.slice(1)}`]!
  const first = args[name] ?? []
  const { children: given, ...rest } = props
  const all = [...children, ...(Array.isArray(given) ? (given as unknown[]) : [])]
  return Object.entries(rest).reduce(
    (builder, [property, value]) => {
      if (first.includes(property)) return builder
      const method = builder[property]
      const isList =
        lists.includes(property) || (property === 'contents' && name !== 'Flex.Message')
      if (typeof method !== 'function' || isList !== Array.isArray(value)) throw new Unsayable()
      try {
        return isList ? method.apply(builder, value as unknown[]) : method.call(builder, value)
      } catch {
        throw new Unsayable()
      }
    },
    factory(...first.map((property) => rest[property]), ...all),
  )
}

const to = new ToElements('children', make)

/** The builder of a value; undefined where nobody could write one. */
export function toBuilder(value: unknown, as: ValidateAs): unknown {
  try {
    return to.convert(value, as)
  } catch (error) {
    if (error instanceof Unsayable) return undefined
    throw error
  }
}
