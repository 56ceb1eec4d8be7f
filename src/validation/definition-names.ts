/** What the name of a definition of the spec usually says. The generator writes down only what is otherwise. */

/** LINE's documentation. */
export const docsBase = 'https://developers.line.biz/en/'

/** The page of {@link docsBase} that an anchor alone is on. */
export const docsPage = 'reference/messaging-api/'

/** The anchor of a definition in LINE's reference: `TextMessage` is `#text-message`, `FlexBubble` is `#bubble`. */
export const usualPage = (definition: string): string =>
  `#${definition
    .replace(/^Flex|Template$|Request$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()}`

/** `ImageCarousel` for `image_carousel`. */
export const inPascalCase = (type: string): string =>
  type.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())

/** The member of a union with a `type`: `ImageCarouselTemplate` for the form `*Template`. */
export const memberName = (form: string, type: string): string =>
  form.replace('*', inPascalCase(type))
