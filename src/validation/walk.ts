/** Goes through a value by what it is meant to be, and applies the rules of each part. */
import type { ActionPlace } from '../spec/label-limits.js'
import { labelLimits } from '../spec/label-limits.js'
import { limits } from '../spec/limits.js'
import type { ValidateOptions } from './options.js'
import { dotted, type Segment, segments } from './path.js'
import type { Finding } from './problem.js'
import * as action from './rules/action.js'
import * as beside from './rules/beside-messages.js'
import * as flex from './rules/flex.js'
import * as imagemap from './rules/imagemap.js'
import * as messages from './rules/messages.js'
import * as templates from './rules/templates.js'
import { isJson, type Json, listOf, type Rule, type RuleContext, typeOf } from './rules/rule.js'

const ofMessage: Record<string, readonly Rule[]> = {
  text: [messages.emojis],
  textV2: [messages.placeholders, messages.substitutions],
  sticker: [messages.sticker],
  imagemap: [imagemap.imagemapAreas, imagemap.externalLink],
}
const ofTemplate: Record<string, readonly Rule[]> = {
  buttons: [templates.buttonsText],
  carousel: [templates.alikeColumns],
}
const ofComponent: Record<string, readonly Rule[]> = {
  box: [flex.boxContents],
  text: [flex.someText],
  image: [flex.aspectRatio],
  icon: [flex.aspectRatio],
  video: [flex.aspectRatio],
  filler: [flex.filler],
}
const ofAction: readonly Rule[] = [
  action.label,
  action.link,
  action.messageText,
  action.postback,
  action.datetimes,
]
const ofBubble: readonly Rule[] = [
  flex.someBlock,
  flex.videoHero,
  flex.firstBlock,
  flex.firstComponent,
]
const ofCarousel: readonly Rule[] = [flex.oneSize, flex.noVideo]
const ofRecipient = [beside.operator, beside.leaves('recipients', limits.narrowcast.recipients)]
const ofDemographic = [
  beside.operator,
  beside.range,
  beside.leaves('filters', limits.narrowcast.filters),
]

const templateNames: Record<string, string> = {
  buttons: 'a buttons template',
  confirm: 'a confirm template',
  carousel: 'a carousel template',
}

/** Receives what rules find, with the path to it. */
export type Receive = (path: string, finding: Finding) => void

/** One way through one value. */
export class Walk implements RuleContext {
  readonly options: ValidateOptions
  readonly jsonBytes: number | undefined
  place: ActionPlace = 'anywhere'
  where = labelLimits.anywhere.name
  readonly #receive: Receive
  readonly #path: Segment[] = []
  #animated = 0

  constructor(options: ValidateOptions, receive: Receive, jsonBytes: number | undefined) {
    this.options = options
    this.#receive = receive
    this.jsonBytes = jsonBytes
  }

  report = (property: string, finding: Finding): void => {
    this.#receive(dotted([...this.#path, ...segments(property)]), finding)
  }

  #apply(rules: readonly Rule[] | undefined, value: Json): void {
    if (rules) for (const rule of rules) rule(value, this)
  }

  /** Visits a property, if it is an object. */
  #in(parent: Json, property: string, visit: (value: Json) => void): void {
    const value = parent[property]
    if (!isJson(value)) return
    this.#path.push(property)
    visit(value)
    this.#path.pop()
  }

  /** Visits the objects of a list. */
  #each(parent: Json, property: string, visit: (value: Json) => void): void {
    const list = listOf(parent[property])
    if (list.length === 0) return
    const path = this.#path
    path.push(property, 0)
    for (let i = 0; i < list.length; i++) {
      const value = list[i]
      if (!isJson(value)) continue
      path[path.length - 1] = i
      visit(value)
    }
    path.length -= 2
  }

  messages(list: readonly unknown[]): void {
    this.#path.push('messages')
    messages.allMessages(list, this)
    // Those beyond the limit are one problem, not one each.
    const most = (this.options.maxMessages ?? limits.messages.max) * 10
    if (list.length <= most)
      list.forEach((message, i) => {
        if (!isJson(message)) return
        this.#path.push(i)
        this.message(message)
        this.#path.pop()
      })
    this.#path.pop()
  }

  message(message: Json): void {
    const type = typeOf(message)
    messages.delivery(message, this)
    this.#at('imagemap')
    if (Object.hasOwn(ofMessage, type)) this.#apply(ofMessage[type], message)
    if (type === 'imagemap') this.#each(message, 'actions', this.imagemapAction)
    else if (type === 'template') this.#in(message, 'template', this.template)
    else if (type === 'flex') {
      this.#animated = 0
      this.#in(message, 'contents', this.flex)
      flex.animatedImages(this.#animated, this)
    }
    this.#in(message, 'quickReply', this.quickReply)
  }

  quickReply = (quickReply: Json): void => {
    this.#each(quickReply, 'items', (item) => {
      this.#action(item, 'action', 'quickReply')
    })
  }

  template = (template: Json): void => {
    const type = typeOf(template)
    if (Object.hasOwn(ofTemplate, type)) this.#apply(ofTemplate[type], template)
    const place = type === 'image_carousel' ? 'imageCarousel' : 'template'
    const where = Object.hasOwn(templateNames, type) ? templateNames[type] : undefined
    this.#card(template, place, where)
    this.#each(template, 'columns', (column) => {
      if (type === 'carousel') templates.columnText(column, this)
      this.#card(column, place, where)
      this.#action(column, 'action', place)
    })
  }

  #card(card: Json, place: ActionPlace, where: string | undefined): void {
    this.#action(card, 'defaultAction', 'defaultAction')
    this.#each(card, 'actions', (value) => {
      this.#at(place, where)
      this.action(value)
    })
  }

  #at(place: ActionPlace, where: string = labelLimits[place].name): void {
    this.place = place
    this.where = where
  }

  #action(parent: Json, property: string, place: ActionPlace): void {
    this.#in(parent, property, (value) => {
      this.#at(place)
      this.action(value)
    })
  }

  action = (value: Json): void => {
    this.#apply(ofAction, value)
  }

  imagemapAction = (value: Json): void => {
    this.#at('imagemap')
    action.label(value, this)
    action.link(value, this)
    action.messageText(value, this)
  }

  flex = (container: Json): void => {
    flex.size(container, this)
    if (container['type'] === 'carousel') {
      this.#apply(ofCarousel, container)
      this.#each(container, 'contents', (bubble) => {
        flex.size(bubble, this)
        this.#bubble(bubble)
      })
    } else this.#bubble(container)
  }

  #bubble(bubble: Json): void {
    this.#apply(ofBubble, bubble)
    this.#in(bubble, 'header', this.flexComponent)
    this.#in(bubble, 'hero', this.flexComponent)
    this.#in(bubble, 'body', this.flexComponent)
    this.#in(bubble, 'footer', this.flexComponent)
    this.#action(bubble, 'action', 'flex')
  }

  flexComponent = (component: Json): void => {
    const type = typeOf(component)
    if (Object.hasOwn(ofComponent, type)) this.#apply(ofComponent[type], component)
    if (component['animated'] === true) this.#animated++
    if (component['action'] !== undefined)
      this.#action(component, 'action', type === 'button' ? 'flexButton' : 'flex')
    if (type === 'box') this.#each(component, 'contents', this.flexComponent)
    else if (type === 'video') this.#in(component, 'altContent', this.flexComponent)
  }

  richMenu = (menu: Json): void => {
    this.#apply([beside.richMenuRatio, beside.richMenuAreas], menu)
    this.#each(menu, 'areas', (area) => this.#action(area, 'action', 'richMenu'))
  }

  batch = (batch: Json): void => this.#apply([beside.batchOperations], batch)

  recipient = (recipient: Json): void => this.#tree(recipient, ofRecipient)

  demographic = (filter: Json): void => this.#tree(filter, ofDemographic)

  filter = (filter: Json): void => this.#in(filter, 'demographic', this.demographic)

  limit = (limit: Json): void => this.#apply([beside.partialDelivery], limit)

  coupon = (coupon: Json): void => this.#apply([beside.coupon], coupon)

  /** The number of leaves is a rule of the root only. */
  #tree(node: Json, rules: readonly Rule[]): void {
    this.#apply(rules, node)
    const inner = (child: Json) => this.#tree(child, rules.slice(0, -1).concat(nothing))
    this.#each(node, 'and', inner)
    this.#each(node, 'or', inner)
    this.#in(node, 'not', inner)
  }
}

const nothing: Rule = () => undefined
