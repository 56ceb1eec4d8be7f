/** Builders of Flex components, from the whole to the parts. */
export { message, type MessageBuilder } from './containers.js'
export { bubble, type BubbleBuilder } from './containers.js'
export { carousel, type CarouselBuilder } from './containers.js'

// Blocks of a bubble
export { header, type HeaderBuilder } from './containers.js'
export { hero, type HeroBuilder } from './containers.js'
export { body, type BodyBuilder } from './containers.js'
export { footer, type FooterBuilder } from './containers.js'

// Boxes
export { baseline, box, type BoxBuilder, horizontal, vertical } from './boxes.js'

// Components
export { text, type TextBuilder } from './components.js'
export { span, type SpanBuilder } from './components.js'
export { image, type ImageBuilder } from './components.js'
export { icon, type IconBuilder } from './components.js'
export { video, type VideoBuilder } from './components.js'
export { button, type ButtonBuilder } from './components.js'
export { separator, type SeparatorBuilder } from './components.js'
// eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
export { filler, type FillerBuilder } from './components.js'
export { linearGradient, type LinearGradientBuilder } from './components.js'
