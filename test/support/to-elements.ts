/**
 * JSON → the elements that a person would write for it, so that whatever is known of JSON can be tried with elements too.
 * Knows which component makes which JSON, and nothing else: no limits, no rules.
 */
import * as fukidashi from 'fukidashi'
import { createElement, Flex, raw, type ValidateAs } from 'fukidashi'

type Json = Record<string, unknown>
// Made of values whose types are not known, as a compiler of JSX would: that they fit is what is tested.
export type Make = (type: unknown, props: Json, ...children: unknown[]) => unknown

/** `children`: what can be said as children is. `props`: everything is a prop, and elements stand in props. */
export type Style = 'children' | 'props'

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Not empty, so that as children it leaves the same trace. */
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const lists = ['actions', 'columns', 'items', 'areas', 'contents']

/** Whether a property can be written as children, and would be read back as the same. */
function isChild(type: unknown, name: string, value: unknown): boolean {
  if (name === 'text') return isText(value)
  if (name === 'contents' && type === Flex.Message) return isJson(value)
  if (!lists.includes(name)) return isJson(value)
  // Spans without any style are read as one text.
  return isList(value) && (type !== Flex.Text || value.some(hasStyle))
}

const hasStyle = (span: unknown) => isJson(span) && Object.keys(span).length > 2

const actions: Record<string, unknown> = {
  postback: fukidashi.Postback,
  message: fukidashi.MessageAction,
  uri: fukidashi.Uri,
  datetimepicker: fukidashi.DatetimePicker,
  camera: fukidashi.Camera,
  cameraRoll: fukidashi.CameraRoll,
  location: fukidashi.LocationAction,
  richmenuswitch: fukidashi.RichMenuSwitch,
  clipboard: fukidashi.Clipboard,
}
const messages: Record<string, unknown> = {
  text: fukidashi.Text,
  sticker: fukidashi.Sticker,
  image: fukidashi.Image,
  video: fukidashi.Video,
  audio: fukidashi.Audio,
  location: fukidashi.Location,
  coupon: fukidashi.Coupon,
}
const templates: Record<string, unknown> = {
  buttons: fukidashi.Buttons,
  confirm: fukidashi.Confirm,
  carousel: fukidashi.Carousel,
  image_carousel: fukidashi.ImageCarousel,
}
const flexComponents: Record<string, unknown> = {
  box: Flex.Box,
  button: Flex.Button,
  image: Flex.Image,
  icon: Flex.Icon,
  text: Flex.Text,
  span: Flex.Span,
  separator: Flex.Separator,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
  filler: Flex.Filler,
  video: Flex.Video,
}

/** Turns JSON into elements. */
export class ToElements {
  readonly #style: Style
  readonly #make: Make

  /** @param make - what elements are made with; JSX unless given */
  constructor(style: Style, make: Make = createElement) {
    this.#style = style
    this.#make = make
  }

  /** The element of a value, by what the value is; undefined where nobody would write an element for it. */
  convert(value: unknown, as: ValidateAs): unknown {
    switch (as) {
      case 'messages':
        return Array.isArray(value)
          ? value.map((message) => this.message(message))
          : this.message(value)
      case 'message':
      case 'imagemap':
        return this.message(value)
      case 'action':
        return this.action(value)
      case 'flex':
      case 'bubble':
        return this.container(value)
      case 'flex-component':
        return this.component(value)
      case 'quick-reply':
        return this.quickReply(value)
      case 'rich-menu':
        return this.richMenu(value)
      default:
        return undefined
    }
  }

  /** Sets what can stand among the children apart from the other properties. */
  #element(
    type: unknown,
    props: Json,
    ...parts: [name: string, value: unknown, convert: (value: unknown) => unknown][]
  ): unknown {
    const rest = { ...props }
    const children: unknown[] = []
    for (const [name, value, convert] of parts) {
      if (value === undefined) continue
      if (this.#style === 'children' && isChild(type, name, value)) {
        Reflect.deleteProperty(rest, name)
        if (Array.isArray(value)) children.push(...(value as unknown[]).map(convert))
        else children.push(convert(value))
      } else if (Array.isArray(value)) rest[name] = (value as unknown[]).map(convert)
      // One thing where a list is wanted stays what it is.
      else rest[name] = lists.includes(name) && type !== Flex.Message ? value : convert(value)
    }
    return this.#make(type, rest, ...children)
  }

  message(value: unknown): unknown {
    if (!isJson(value)) return value
    const { type, ...props } = value
    const common: Parameters<ToElements['_common']>[0] = props
    if (type === 'text')
      return this.#element(
        fukidashi.Text,
        props,
        ['text', props['text'], same],
        ...this._common(common),
      )
    if (type === 'textV2') return this.#textV2(props) ?? raw(value as { type: string })
    if (type === 'flex')
      return this.#element(
        Flex.Message,
        props,
        ['contents', props['contents'], (each) => this.container(each)],
        ...this._common(common),
      )
    if (type === 'imagemap') return this.#imagemap(props)
    if (type === 'template') return this.#template(props)
    const component =
      typeof type === 'string' && Object.hasOwn(messages, type) ? messages[type] : undefined
    return component
      ? this.#element(component, props, ...this._common(common))
      : raw(value as { type: string })
  }

  /** What every message may hold. */
  _common({ quickReply, sender }: Json): [string, unknown, (value: unknown) => unknown][] {
    return [
      ['quickReply', quickReply, (each) => this.quickReply(each)],
      ['sender', sender, (each) => (isJson(each) ? this.#make(fukidashi.Sender, each) : each)],
    ]
  }

  /** `<Text>` with mentions and emoji, if its keys are those that it would give. */
  #textV2({ text, substitution, ...props }: Json): unknown {
    if (typeof text !== 'string' || !isJson(substitution)) return undefined
    const used: string[] = []
    const parts = text.split(/(\{\w+\})/).map((part) => {
      const key = /^\{(\w+)\}$/.exec(part)?.[1]
      if (key === undefined) return part
      used.push(key)
      const given = substitution[key]
      const { type, mentionee, ...rest } = isJson(given) ? given : {}
      if (key !== `${String(type)}${used.length}`) return undefined
      if (type === 'emoji') return this.#make(fukidashi.Emoji, rest)
      if (type !== 'mention' || !isJson(mentionee)) return undefined
      if (mentionee['type'] === 'all') return this.#make(fukidashi.Mention, { all: true })
      return mentionee['type'] === 'user'
        ? this.#make(fukidashi.Mention, { userId: mentionee['userId'] })
        : undefined
    })
    const same = used.length > 0 && Object.keys(substitution).join() === used.join()
    if (!same || /[{}]/.test(text.replace(/\{\w+\}/g, '')) || parts.includes(undefined))
      return undefined
    return this.#element(fukidashi.Text, { ...props, children: parts }, ...this._common(props))
  }

  quickReply(value: unknown): unknown {
    if (!isJson(value)) return value
    return this.#element(fukidashi.QuickReply, value, [
      'items',
      value['items'],
      (each) => this.#quickReplyItem(each),
    ])
  }

  #quickReplyItem(value: unknown): unknown {
    if (!isJson(value) || value['type'] !== 'action') return value
    const { type: _, ...props } = value
    const bare = Object.keys(props).join() === 'action' && isJson(props['action'])
    if (bare && this.#style === 'children') return this.action(props['action'])
    return this.#element(fukidashi.QuickReplyItem, props, [
      'action',
      props['action'],
      (each) => this.action(each),
    ])
  }

  action(value: unknown): unknown {
    if (!isJson(value)) return value
    const { type, ...props } = value
    const component =
      typeof type === 'string' && Object.hasOwn(actions, type) ? actions[type] : undefined
    return component ? this.#make(component, props) : value
  }

  #template(message: Json): unknown {
    const { template, ...around } = message
    const { type, ...inner } = isJson(template) ? template : ({} as Json)
    const component =
      typeof type === 'string' && Object.hasOwn(templates, type) ? templates[type] : undefined
    if (!component) return raw({ type: 'template', ...message })
    const column = (each: unknown) =>
      type === 'image_carousel' ? this.#imageColumn(each) : this.#column(each)
    return this.#element(
      component,
      { ...around, ...inner, ...this.#defaultAction(inner) },
      ['text', inner['text'], same],
      ['actions', inner['actions'], (each) => this.action(each)],
      ['columns', inner['columns'], column],
      ...this._common(around),
    )
  }

  #defaultAction({ defaultAction }: Json): Json {
    return defaultAction === undefined ? {} : { defaultAction: this.action(defaultAction) }
  }

  #column(value: unknown): unknown {
    if (!isJson(value)) return value
    return this.#element(
      fukidashi.Column,
      { ...value, ...this.#defaultAction(value) },
      ['text', value['text'], same],
      ['actions', value['actions'], (each) => this.action(each)],
    )
  }

  #imageColumn(value: unknown): unknown {
    if (!isJson(value)) return value
    return this.#element(fukidashi.ImageColumn, value, [
      'action',
      value['action'],
      (each) => this.action(each),
    ])
  }

  #imagemap(props: Json): unknown {
    return this.#element(
      fukidashi.Imagemap,
      props,
      ['actions', props['actions'], (each) => this.#imagemapArea(each)],
      ['video', props['video'], (each) => this.#imagemapVideo(each)],
      ...this._common(props),
    )
  }

  #imagemapArea(value: unknown): unknown {
    if (!isJson(value) || !isJson(value['area']) || this.#style === 'props') return value
    const { area, linkUri, ...action } = value
    return this.#make(
      fukidashi.ImagemapArea,
      area,
      this.action(linkUri === undefined ? action : { ...action, uri: linkUri }),
    )
  }

  #imagemapVideo(value: unknown): unknown {
    if (!isJson(value) || !isJson(value['area']) || this.#style === 'props') return value
    const { area, externalLink, ...props } = value
    const { linkUri, ...link } = isJson(externalLink) ? externalLink : ({} as Json)
    const child = isJson(externalLink) ? [this.action({ type: 'uri', uri: linkUri, ...link })] : []
    return this.#make(fukidashi.ImagemapVideo, { ...props, ...area }, ...child)
  }

  container(value: unknown): unknown {
    if (!isJson(value)) return value
    const { type, ...props } = value
    if (type === 'carousel')
      return this.#element(Flex.Carousel, props, [
        'contents',
        props['contents'],
        (each) => this.container(each),
      ])
    if (type !== 'bubble') return value
    const blocks = { header: Flex.Header, hero: Flex.Hero, body: Flex.Body, footer: Flex.Footer }
    const own: Json = { ...props }
    const children: unknown[] = []
    for (const [name, component] of Object.entries(blocks)) {
      const block = props[name]
      if (!isJson(block)) continue
      if (this.#style === 'props') own[name] = this.component(block)
      else {
        Reflect.deleteProperty(own, name)
        const { type: _, ...rest } = block
        children.push(
          name === 'hero'
            ? this.#make(component, {}, this.component(block))
            : this.#box(component, rest),
        )
      }
    }
    if (own['action'] !== undefined) own['action'] = this.action(own['action'])
    return this.#make(Flex.Bubble, own, ...children)
  }

  #box(component: unknown, props: Json): unknown {
    const action = props['action'] === undefined ? {} : { action: this.action(props['action']) }
    const background = isJson(props['background'])
      ? { background: this.#background(props['background']) }
      : {}
    return this.#element(component, { ...props, ...action, ...background }, [
      'contents',
      props['contents'],
      (each) => this.component(each),
    ])
  }

  #background({ type: _, ...props }: Json): unknown {
    return this.#make(Flex.LinearGradient, props)
  }

  component(value: unknown): unknown {
    if (!isJson(value)) return value
    const { type, ...props } = value
    const component =
      typeof type === 'string' && Object.hasOwn(flexComponents, type)
        ? flexComponents[type]
        : undefined
    if (!component) return value
    if (type === 'box') return this.#box(component, props)
    if (type === 'video')
      return this.#element(
        component,
        props,
        ['altContent', props['altContent'], (each) => this.component(each)],
        ['action', props['action'], (each) => this.action(each)],
      )
    if (type === 'span') return this.#element(component, props, ['text', props['text'], same])
    const action: [string, unknown, (each: unknown) => unknown] = [
      'action',
      props['action'],
      (each) => this.action(each),
    ]
    if (type === 'button') return this.#element(component, props, action)
    // The action of a text or picture is a prop; beside spans, so is the text.
    const own =
      props['action'] === undefined ? props : { ...props, action: this.action(props['action']) }
    if (type !== 'text') return this.#make(component, own)
    return isList(props['contents'])
      ? this.#element(component, own, [
          'contents',
          props['contents'],
          (each) => this.component(each),
        ])
      : this.#element(component, own, ['text', props['text'], same])
  }

  richMenu(value: unknown): unknown {
    if (!isJson(value)) return value
    return this.#element(fukidashi.RichMenu, value, [
      'areas',
      value['areas'],
      (each) => this.#area(each),
    ])
  }

  #area(value: unknown): unknown {
    if (!isJson(value) || !isJson(value['bounds']) || this.#style === 'props') return value
    const { bounds, action, ...rest } = value
    return this.#make(
      fukidashi.Area,
      { ...bounds, ...rest },
      ...(action === undefined ? [] : [this.action(action)]),
    )
  }
}

const same = (value: unknown): unknown => value
