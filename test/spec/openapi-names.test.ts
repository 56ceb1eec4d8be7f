/** Compares `src/spec` with the names of everything that LINE's OpenAPI description lets a bot send. */
import { describe, expect, it } from 'vitest'
import {
  type Definition,
  type Definitions,
  readSpec,
  refName,
  wordsOf,
} from '../../scripts/generate/schema.ts'
import { lineSchemas } from './openapi/index.ts'
import type { LineSchema } from './openapi/schema.ts'

/** What we call a schema that has another name at LINE. Where one rule holds for two schemas, we have one. */
const renamed: Record<string, string> = {
  URIAction: 'UriAction',
  URIImagemapAction: 'UriImagemapAction',
  SubstitutionObject: 'Substitution',
  MentionSubstitutionObject: 'MentionSubstitution',
  EmojiSubstitutionObject: 'EmojiSubstitution',
  FlexBoxBackground: 'FlexBackground',
  FlexBoxLinearGradient: 'FlexLinearGradient',
  AcquisitionConditionRequest: 'AcquisitionCondition',
  NormalAcquisitionConditionRequest: 'NormalAcquisitionCondition',
  LotteryAcquisitionConditionRequest: 'LotteryAcquisitionCondition',
  CouponRewardRequest: 'CouponReward',
  CouponCashBackRewardRequest: 'CashBackReward',
  CouponDiscountRewardRequest: 'DiscountReward',
  CouponFreeRewardRequest: 'FreeReward',
  CouponGiftRewardRequest: 'GiftReward',
  CouponOthersRewardRequest: 'OthersReward',
  CashBackPriceInfoRequest: 'CashBackPriceInfo',
  CashBackFixedPriceInfoRequest: 'FixedPriceInfo',
  CashBackPercentagePriceInfoRequest: 'PercentagePriceInfo',
  DiscountPriceInfoRequest: 'DiscountPriceInfo',
  DiscountFixedPriceInfoRequest: 'FixedPriceInfo',
  DiscountPercentagePriceInfoRequest: 'PercentagePriceInfo',
  DiscountExplicitPriceInfoRequest: 'ExplicitPriceInfo',
}

/** Keywords that no LINE schema refers to, and the properties that their descriptions say they are for. */
const keywordPlaces: Record<string, RegExp> = {
  TemplateImageAspectRatio: /^(Buttons|Carousel)Template\.imageAspectRatio$/,
  TemplateImageSize: /^(Buttons|Carousel)Template\.imageSize$/,
  FlexBoxBorderWidth: /^FlexBox\.borderWidth$/,
  FlexBoxCornerRadius: /^FlexBox\.cornerRadius$/,
  FlexBoxSpacing: /^FlexBox\.spacing$/,
  FlexBoxPadding: /^FlexBox\.padding/,
  FlexMargin: /^Flex\w+\.margin$/,
  FlexOffset: /^Flex\w+\.offset/,
  FlexImageSize: /^FlexImage\.size$/,
  FlexIconSize: /^FlexIcon\.size$/,
  FlexTextFontSize: /^FlexText\.size$/,
  FlexSpanSize: /^FlexSpan\.size$/,
}

/** Request bodies around what can be validated: they belong to the endpoints. */
const notOurs = [
  'SetWebhookEndpointRequest',
  'TestWebhookEndpointRequest',
  'ReplyMessageRequest',
  'PushMessageRequest',
  'MulticastRequest',
  'NarrowcastRequest',
  'BroadcastRequest',
  'ValidateMessageRequest',
  'MarkMessagesAsReadRequest',
  'ChatReference',
  'PnpMessagesRequest',
  'ShowLoadingAnimationRequest',
  'MarkMessagesAsReadByTokenRequest',
]

/** Required by us and not by line-openapi, which is laxer than https://developers.line.biz/en/reference/messaging-api/. */
const stricter: { because: string; properties: Record<string, string[]> }[] = [
  {
    because: 'the reference calls them required',
    properties: {
      AudienceRecipient: ['audienceGroupId'],
      RedeliveryRecipient: ['requestId'],
      GenderDemographicFilter: ['oneOf'],
      AppTypeDemographicFilter: ['oneOf'],
      AreaDemographicFilter: ['oneOf'],
      RichMenuRequest: ['size', 'selected', 'name', 'chatBarText', 'areas'],
      RichMenuSize: ['width', 'height'],
      RichMenuArea: ['bounds', 'action'],
      RichMenuBounds: ['x', 'y', 'width', 'height'],
      QuickReply: ['items'],
      QuickReplyItem: ['action'],
      PostbackAction: ['data'],
      MessageAction: ['text'],
      UriAction: ['uri'],
      DatetimePickerAction: ['data', 'mode'],
      RichMenuSwitchAction: ['data', 'richMenuAliasId'],
    },
  },
  {
    because: 'the reference calls them required as soon as the object that holds them is there',
    properties: {
      ImagemapVideo: ['originalContentUrl', 'previewImageUrl', 'area'],
      ImagemapExternalLink: ['linkUri', 'label'],
      FlexLinearGradient: ['angle', 'startColor', 'endColor'],
      FixedPriceInfo: ['fixedAmount'],
      PercentagePriceInfo: ['percentage'],
      ExplicitPriceInfo: ['originalPrice', 'priceAfterDiscount'],
    },
  },
  {
    because: 'the reference calls them optional, but without them nothing would be said',
    properties: {
      Emoji: ['index', 'productId', 'emojiId'],
      AltUri: ['desktop'],
    },
  },
]

const inQuickRepliesOnly = ['camera', 'cameraRoll', 'location']
const inRichMenusOnly = ['richmenuswitch']

/** Where the reference permits fewer kinds of value than line-openapi: what we have there, and what that leaves out. */
const narrower: Record<string, { at: string[]; without: string[] }> = {
  QuickReplyAction: { at: ['QuickReplyItem.action'], without: inRichMenusOnly },
  RichMenuAction: { at: ['RichMenuArea.action'], without: inQuickRepliesOnly },
  TemplateAction: {
    at: [
      'ButtonsTemplate.defaultAction',
      'ButtonsTemplate.actions',
      'ConfirmTemplate.actions',
      'CarouselColumn.defaultAction',
      'CarouselColumn.actions',
      'ImageCarouselColumn.action',
    ],
    without: [...inQuickRepliesOnly, ...inRichMenusOnly],
  },
  FlexAction: {
    at: [
      'FlexBubble.action',
      'FlexBox.action',
      'FlexButton.action',
      'FlexImage.action',
      'FlexText.action',
    ],
    without: [...inQuickRepliesOnly, ...inRichMenusOnly],
  },
  UriAction: { at: ['FlexVideo.action'], without: [] },
  FlexHero: {
    at: ['FlexBubble.hero'],
    without: ['button', 'icon', 'text', 'span', 'separator', 'filler'],
  },
  FlexBoxContent: { at: ['FlexBox.contents'], without: ['video', 'span'] },
  FlexAltContent: {
    at: ['FlexVideo.altContent'],
    without: ['button', 'video', 'icon', 'text', 'span', 'separator', 'filler'],
  },
}

const intended = [
  ...notOurs.map((name) => `${name} is missing`),
  ...stricter
    .flatMap(({ properties }) => Object.entries(properties))
    .flatMap(([name, keys]) => keys.map((key) => `${name}.${key} is required by us only`)),
  ...Object.entries(narrower).flatMap(([name, { at, without }]) => [
    ...at.map((place) => `${place} takes ${name} only`),
    ...without.map((word) => `${name} does not take ${word}`),
  ]),
  // LINE writes it down as a default.
  'QuickReplyItem.type takes "action", unknown to LINE',
]

const definitions = readSpec('tsconfig.json')
const differences = compare(definitions)

describe('line-openapi', () => {
  it('is the same in the spec, except for intended differences', () => {
    expect(differences.filter((difference) => !intended.includes(difference))).toEqual([])
  })

  it('differs in everything that is intended', () => {
    expect(intended.filter((difference) => !differences.includes(difference))).toEqual([])
  })

  it('has no list of words that is compared nowhere', () => {
    const places = Object.entries(lineSchemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).map(([key, type]) => ({ place: `${name}.${key}`, type })),
    )
    const unused = Object.keys(lineSchemas)
      .filter((name) => lineSchemas[name]!.words)
      .filter((name) => !places.some(({ place, type }) => wordLists(place, type).includes(name)))
    expect(unused).toEqual([])
  })
})

describe('the comparison', () => {
  it('notices every single name that leaves the spec', () => {
    const removed = [...removals(definitions)]
    expect(removed.map(([what]) => what)).toEqual(
      expect.arrayContaining([
        'FlexText.wrap',
        'FlexText required "type"',
        'FlexText.adjustMode const "shrink-to-fit"',
        'FlexText.weight enum "bold"',
        'FlexHero oneOf {"$ref":"#/definitions/FlexVideo"}',
      ]),
    )
    const unnoticed = removed.filter(([, rest]) => compare(rest).join() === differences.join())
    expect(unnoticed.map(([what]) => what)).toEqual([])
  })

  it('notices a name that LINE does not know, and another type', () => {
    const changed = structuredClone(definitions)
    changed['FlexFiller']!.properties!['size'] = { type: 'string' }
    changed['FlexText']!.properties!['wrap'] = { type: 'string' }
    changed['FlexButton']!.properties!['action'] = { $ref: '#/definitions/TemplateAction' }
    changed['FlexGravity']!.enum!.push('middle')
    changed['Message']!.oneOf!.push({ $ref: '#/definitions/FlexFiller' })
    const found = compare(changed).filter((difference) => !intended.includes(difference))
    expect(found.sort()).toEqual([
      'FlexButton.action takes TemplateAction only',
      'FlexButton.gravity takes "middle", unknown to LINE',
      "FlexFiller.size is not LINE's",
      'FlexImage.gravity takes "middle", unknown to LINE',
      'FlexText.gravity takes "middle", unknown to LINE',
      'FlexText.wrap is string, at LINE boolean',
      'Message takes filler, unknown to LINE',
    ])
  })
})

/** Everything in which definitions differ from what LINE says, a sentence each. */
function compare(all: Definitions): string[] {
  const found = Object.entries(lineSchemas).flatMap(([name, line]) => {
    if (line.words) return [] // compared at the properties that take them
    if (!all[ourName(name)]) return [`${ourName(name)} is missing`]
    return line.members
      ? compareMembers(ourName(name), line.members, all)
      : compareProperties(ourName(name), line, all)
  })
  const known = Object.keys(lineSchemas).map(ourName)
  const foreign = Object.keys(all).filter((name) => all[name]!.properties && !known.includes(name))
  for (const name of foreign) if (name !== 'SpecRoot') found.push(`${name} is not LINE's`)
  return [...new Set(found)]
}

function compareMembers(name: string, line: Record<string, string>, all: Definitions): string[] {
  const ours = membersOf(name, all)
  return keysOf(line, ours).flatMap((word) => {
    if (!ours[word]) return [`${name} does not take ${word}`]
    if (!line[word]) return [`${name} takes ${word}, unknown to LINE`]
    return ours[word] === ourName(line[word]) ? [] : [`${name} reads ${word} as ${ours[word]}`]
  })
}

function compareProperties(name: string, line: LineSchema, all: Definitions): string[] {
  const { properties: ours = {}, required = [] } = all[name]!
  const { properties: theirs = {} } = line
  return keysOf(theirs, ours).flatMap((key) => {
    const place = `${name}.${key}`
    if (!ours[key]) return [`${place} is missing`]
    if (!theirs[key]) return [`${place} is not LINE's`]
    // LINE calls some discriminators optional, but nothing can be read without them.
    const byLine = line.required?.includes(key) || (key === 'type' && Array.isArray(theirs[key]))
    const byUs = required.includes(key)
    return [
      ...(byLine && !byUs ? [`${place} is required by LINE only`] : []),
      ...(byUs && !byLine ? [`${place} is required by us only`] : []),
      ...compareTypes(place, typeAtLine(theirs[key]), typeOf(ours[key], all), all),
      ...compareWords(place, wordsAtLine(place, theirs[key]), ours[key], all),
    ]
  })
}

function compareTypes(place: string, line: string, ours: string, all: Definitions): string[] {
  if (line === ours) return []
  const [whole, part] = [line, ours].map((type) => type.replace(/\W+$/, '')) as [string, string]
  const members = membersOf(whole, all)
  const taken = Object.entries(membersOf(part, all))
  const isNarrower =
    taken.length > 0 &&
    taken.every(([word, name]) => members[word] === name) &&
    ours.replace(part, whole) === line
  if (!isNarrower) return [`${place} is ${ours}, at LINE ${line}`]
  const left = Object.keys(members).filter((word) => !taken.some(([other]) => other === word))
  return [
    `${place} takes ${part} only`,
    ...(all[part]!.oneOf ? left.map((word) => `${part} does not take ${word}`) : []),
  ]
}

function compareWords(place: string, line: string[], ours: Definition, all: Definitions): string[] {
  const words = wordsOf(ours.items ?? ours, all)?.words ?? []
  return [
    ...line.filter((word) => !words.includes(word)).map((word) => `${place} refuses "${word}"`),
    ...words
      .filter((word) => !line.includes(word))
      .map((word) => `${place} takes "${word}", unknown to LINE`),
  ]
}

function ourName(lineName: string): string {
  return renamed[lineName] ?? lineName
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

/** Type as `typeOf` would write it: names of ours, and `string` for words. */
function typeAtLine(type: string | string[]): string {
  if (Array.isArray(type)) return 'string'
  return type.replace(/^\w+/, (name) => (lineSchemas[name]?.words ? 'string' : ourName(name)))
}

/** Names of LINE's lists of words that hold for a property. */
function wordLists(place: string, type: string | string[]): string[] {
  const named = Array.isArray(type) ? [] : [type.replace(/\W+$/, '')]
  return [
    ...named,
    ...Object.keys(keywordPlaces).filter((name) => keywordPlaces[name]!.test(place)),
  ]
}

function wordsAtLine(place: string, type: string | string[]): string[] {
  if (Array.isArray(type)) return type
  return wordLists(place, type).flatMap((name) => lineSchemas[name]?.words ?? [])
}

/** A JSON type or the name of a definition, with `[]` for a list and `{}` for a map. */
function typeOf(definition: Definition, all: Definitions): string {
  const { $ref, type, items, anyOf, additionalProperties } = definition
  if (items) return `${typeOf(items, all)}[]`
  if (typeof additionalProperties === 'object') return `${typeOf(additionalProperties, all)}{}`
  if (anyOf) return [...new Set(anyOf.map((part) => typeOf(part, all)))].join('|')
  if (!$ref) return type!
  const name = refName($ref)
  return Object.keys(membersOf(name, all)).length > 0 || all[name]!.properties
    ? name
    : typeOf(all[name]!, all)
}

/** Word of `type` → the definition read by it, for a union and for one member of a union. */
function membersOf(name: string, all: Definitions): Record<string, string> {
  const { $ref, oneOf, properties } = all[name] ?? {}
  if ($ref) return membersOf(refName($ref), all)
  if (oneOf)
    return Object.fromEntries(
      oneOf.flatMap((part) => Object.entries(membersOf(refName(part.$ref!), all))),
    )
  const word = properties?.['type']?.const
  return word === undefined ? {} : { [word as string]: name }
}

/** The definitions with one name taken out, for each name in them. */
function* removals(all: Definitions): Generator<[what: string, Definitions]> {
  for (const [name, definition] of Object.entries(all))
    if (name !== 'SpecRoot')
      for (const [what, rest] of cuts(definition, name)) yield [what, { ...all, [name]: rest }]
}

function* cuts(definition: Definition, path: string): Generator<[what: string, Definition]> {
  const { const: word, properties } = definition
  if (word) yield [`${path} const ${JSON.stringify(word)}`, { ...definition, const: undefined }]
  for (const keyword of ['enum', 'oneOf', ...(properties ? ['required'] : [])]) {
    const list = (definition[keyword] ?? []) as unknown[]
    for (const item of list) {
      const rest = list.filter((other) => other !== item)
      yield [`${path} ${keyword} ${JSON.stringify(item)}`, { ...definition, [keyword]: rest }]
    }
  }
  for (const [key, property] of Object.entries(properties ?? {})) {
    const others = Object.entries(properties!).filter(([other]) => other !== key)
    yield [`${path}.${key}`, { ...definition, properties: Object.fromEntries(others) }]
    for (const [what, rest] of cuts(property, `${path}.${key}`))
      yield [what, { ...definition, properties: { ...properties, [key]: rest } }]
  }
}
