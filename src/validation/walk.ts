/** Goes through a value by what it is meant to be, and applies the rules of each part. */
import type { ActionPlace } from '../spec/label-limits.js'
import { labelLimits } from '../spec/label-limits.js'
import { limits } from '../spec/limits.js'
import { docs, unions } from './generated/meta.js'
import type { ValidateOptions } from './options.js'
import { dotted, type Segment, segments } from './path.js'
import type { Finding } from './problem.js'
import * as action from './rules/action.js'
import * as beside from './rules/beside-messages.js'
import * as flex from './rules/flex.js'
import * as imagemap from './rules/imagemap.js'
import * as messages from './rules/messages.js'
import * as templates from './rules/templates.js'
import { isJson, type Json, type Rule, type RuleContext, typeOf } from './rules/rule.js'
import type { Size } from './size.js'
import * as lists from './lists.js'

const ofMessage: Record<string, readonly Rule[]> = {
  text: [messages.emojis],
  textV2: [messages.placeholders, messages.substitutions],
  sticker: [messages.sticker],
  imagemap: [
    imagemap.imagemapWidth,
    imagemap.imagemapActions,
    imagemap.imagemapAreas,
    imagemap.externalLink,
  ],
}
const ofTemplate: Record<string, readonly Rule[]> = {
  buttons: [templates.buttonsText],
  carousel: [templates.alikeColumns],
}
const ofAction: Record<string, Rule> = {
  uri: action.link,
  message: action.messageText,
  postback: action.postback,
  datetimepicker: action.datetimes,
}
const ofBubble: readonly Rule[] = [flex.size, flex.someBlock, flex.videoHero, flex.firstBlock]
const ofCarousel: readonly Rule[] = [flex.oneSize, flex.noVideo]
const ofRichMenu: readonly Rule[] = [beside.richMenuRatio, beside.richMenuAreas]
const ofBatch: readonly Rule[] = [beside.batchOperations]
const ofLimit: readonly Rule[] = [beside.partialDelivery]
const ofCoupon: readonly Rule[] = [beside.coupon]

const templateNames: Record<string, string> = {
  buttons: 'a buttons template',
  confirm: 'a confirm template',
  carousel: 'a carousel template',
}

/** Receives what rules find, with the path to it. */
export type Receive = (path: string, finding: Finding) => void

/** Where LINE's reference speaks of a value: of its kind, or of the whole union. */
function docsOf(definition: string, value: Json): string | undefined {
  const members = unions[definition]
  const type = typeOf(value)
  return (members && Object.hasOwn(members, type) && docs[members[type]!]) || docs[definition]
}

/** Visits one value, whose path the walk holds. */
type Visit = (walk: Walk, value: Json) => void

/** One way through one value. */
export class Walk implements RuleContext {
  readonly options: ValidateOptions
  readonly size: Size
  place: ActionPlace = 'anywhere'
  where = labelLimits.anywhere.name
  /** Animated images met so far in one message. */
  animated = 0
  readonly #receive: Receive
  readonly #path: Segment[] = []
  // What the rules look at now, of which LINE's reference is named with each problem.
  #definition = 'Message'
  #subject: Json = {}

  constructor(options: ValidateOptions, receive: Receive, size: Size) {
    this.options = options
    this.#receive = receive
    this.size = size
  }

  // A property, as rules take it out of the walk.
  readonly report = (property: string, finding: Finding): void => {
    const docs = docsOf(this.#definition, this.#subject)
    this.#receive(dotted([...this.#path, ...segments(property)]), {
      ...(docs && { docs }),
      ...finding,
    })
  }

  /** Says what the next rules are about: a definition of the spec, or a union and the member of it. */
  about(definition: string, value: Json): void {
    this.#definition = definition
    this.#subject = value
  }

  apply(rules: readonly Rule[] | undefined, value: Json): void {
    if (rules) for (let i = 0; i < rules.length; i++) rules[i]!(value, this)
  }

  /** Goes down to a part of the value. */
  enter(segment: Segment): void {
    this.#path.push(segment)
  }

  leave(): void {
    this.#path.pop()
  }

  /** Visits a property, if it is an object. */
  in(parent: Json, property: string, visit: Visit): void {
    const value = parent[property]
    if (value === undefined || !isJson(value)) return
    this.#path.push(property)
    visit(this, value)
    this.#path.pop()
  }

  /** Visits the objects of a list. */
  each(parent: Json, property: string, visit: Visit, max = Infinity): void {
    const list = parent[property]
    // Like the validators: of a list far beyond its limit, the length is the one problem.
    if (!Array.isArray(list) || list.length > max * 10) return
    this.#path.push(property)
    this.list(list, visit)
    this.#path.pop()
  }

  list(list: readonly unknown[], visit: Visit): void {
    const path = this.#path
    const last = path.push(0) - 1
    for (let i = 0; i < list.length; i++) {
      const value = list[i]
      if (!isJson(value)) continue
      path[last] = i
      visit(this, value)
    }
    path.pop()
  }

  /** Visits an action, as it stands in a place. */
  actionIn(parent: Json, property: string, place: ActionPlace): void {
    if (parent[property] === undefined) return
    this.at(place)
    this.in(parent, property, walkAction)
  }

  at(place: ActionPlace, where: string = labelLimits[place].name): void {
    this.place = place
    this.where = where
  }

  messages(list: readonly unknown[]): void {
    this.#path.push('messages')
    messages.allMessages(list, this)
    // Those far beyond the limit are one problem, not one each.
    const most = (this.options.maxMessages ?? limits.messages.max) * 10
    if (list.length <= most) this.list(list, walkMessage)
    this.#path.pop()
  }
}

/** Each kind of value that can be validated by itself. */
export const walkMessage: Visit = (walk, message) => {
  const type = typeOf(message)
  walk.about('Message', message)
  messages.delivery(message, walk)
  if (type === 'imagemap') walk.at('imagemap')
  if (Object.hasOwn(ofMessage, type)) walk.apply(ofMessage[type], message)
  if (type === 'imagemap') walk.each(message, 'actions', walkImagemapAction, lists.imagemapActions)
  else if (type === 'template') walk.in(message, 'template', walkTemplate)
  else if (type === 'flex') {
    walk.animated = 0
    walk.in(message, 'contents', walkFlex)
    walk.about('FlexImage', message)
    flex.animatedImages(walk.animated, walk)
  }
  walk.in(message, 'quickReply', walkQuickReply)
}

export const walkQuickReply: Visit = (walk, quickReply) =>
  walk.each(quickReply, 'items', quickReplyItem, lists.quickReplyItems)

const quickReplyItem: Visit = (walk, item) => walk.actionIn(item, 'action', 'quickReply')

export const walkTemplate: Visit = (walk, template) => {
  const type = typeOf(template)
  walk.about('Template', template)
  if (Object.hasOwn(ofTemplate, type)) walk.apply(ofTemplate[type], template)
  card(walk, template, type)
  walk.each(template, 'columns', type === 'image_carousel' ? imageColumn : column, lists.columns)
}

const column: Visit = (walk, value) => {
  walk.about('CarouselColumn', value)
  templates.columnText(value, walk)
  card(walk, value, 'carousel')
}

const imageColumn: Visit = (walk, value) => walk.actionIn(value, 'action', 'imageCarousel')

function card(walk: Walk, value: Json, type: string): void {
  walk.actionIn(value, 'defaultAction', 'defaultAction')
  walk.at('template', Object.hasOwn(templateNames, type) ? templateNames[type] : undefined)
  walk.each(value, 'actions', walkAction, lists.actions)
}

export const walkAction: Visit = (walk, value) => {
  walk.about('Action', value)
  oneAction(walk, value)
}

const walkImagemapAction: Visit = (walk, value) => {
  walk.at('imagemap')
  walk.about('ImagemapAction', value)
  oneAction(walk, value)
}

function oneAction(walk: Walk, value: Json): void {
  action.label(value, walk)
  const type = typeOf(value)
  if (Object.hasOwn(ofAction, type)) ofAction[type]!(value, walk)
}

export const walkFlex: Visit = (walk, container) => {
  if (container['type'] !== 'carousel') {
    walkBubble(walk, container)
    return
  }
  walk.about('FlexContainer', container)
  flex.size(container, walk)
  walk.apply(ofCarousel, container)
  walk.each(container, 'contents', walkBubble, lists.bubbles)
}

const walkBubble: Visit = (walk, bubble) => {
  walk.about('FlexBubble', bubble)
  walk.apply(ofBubble, bubble)
  walk.in(bubble, 'header', walkBlock)
  walk.in(bubble, 'hero', walkFlexComponent)
  walk.in(bubble, 'body', walkBlock)
  walk.in(bubble, 'footer', walkBlock)
  walk.actionIn(bubble, 'action', 'flex')
}

const walkBlock: Visit = (walk, block) => {
  walkFlexComponent(walk, block)
  walk.about('FlexComponent', block)
  flex.firstComponent(block, walk)
}

export const walkFlexComponent: Visit = (walk, component) => {
  walk.about('FlexComponent', component)
  inFlex(walk, component)
}

function inFlex(walk: Walk, component: Json): void {
  switch (component['type']) {
    case 'text':
      flex.someText(component, walk)
      break
    case 'box':
      walkContents(walk, component)
      break
    case 'button':
      walk.actionIn(component, 'action', 'flexButton')
      return
    case 'image':
      if (component['animated'] === true) walk.animated++
      flex.aspectRatio(component, walk)
      break
    case 'icon':
      flex.aspectRatio(component, walk)
      return
    case 'video':
      flex.aspectRatio(component, walk)
      walk.in(component, 'altContent', walkFlexComponent)
      break
    case 'filler':
      flex.filler(component, walk)
      return
    default:
      return
  }
  if (component['action'] !== undefined) walk.actionIn(component, 'action', 'flex')
}

/** The components of a box. */
const walkContents: Visit = (walk, { contents, layout }) => {
  if (!Array.isArray(contents)) return
  walk.enter('contents')
  for (let i = 0; i < contents.length; i++) {
    const child: unknown = contents[i]
    if (!isJson(child)) continue
    walk.enter(i)
    walk.about('FlexComponent', child)
    flex.inBox(child, layout, walk)
    inFlex(walk, child)
    walk.leave()
  }
  walk.leave()
}

export const walkRichMenu: Visit = (walk, menu) => {
  walk.about('RichMenuRequest', menu)
  walk.apply(ofRichMenu, menu)
  walk.each(menu, 'areas', richMenuArea, lists.areas)
}

const richMenuArea: Visit = (walk, area) => walk.actionIn(area, 'action', 'richMenu')

/** There is nothing more to say than what the validators say. */
export const walkNothing: Visit = () => undefined

export const walkBatch: Visit = (walk, batch) => {
  walk.about('RichMenuBatchRequest', batch)
  walk.apply(ofBatch, batch)
}

export const walkLimit: Visit = (walk, limit) => {
  walk.about('Limit', limit)
  walk.apply(ofLimit, limit)
}

export const walkCoupon: Visit = (walk, coupon) => {
  walk.about('CouponCreateRequest', coupon)
  walk.apply(ofCoupon, coupon)
}

/** How many leaves a tree has is a rule of its root; the rest holds for each node. */
const tree = (definition: string, ofRoot: readonly Rule[], ofNode: readonly Rule[]): Visit => {
  const node: Visit = (walk, value) => {
    walk.about(definition, value)
    walk.apply(ofNode, value)
    walk.each(value, 'and', node)
    walk.each(value, 'or', node)
    walk.in(value, 'not', node)
  }
  return (walk, root) => {
    walk.about(definition, root)
    walk.apply(ofRoot, root)
    node(walk, root)
  }
}

export const walkRecipient = tree(
  'Recipient',
  [beside.leaves('recipients', limits.narrowcast.recipients)],
  [beside.operator],
)

export const walkDemographic = tree(
  'DemographicFilter',
  [beside.leaves('filters', limits.narrowcast.filters)],
  [beside.operator, beside.range],
)

export const walkFilter: Visit = (walk, filter) => walk.in(filter, 'demographic', walkDemographic)
