/** Flex components, from the whole to the parts. */
export { Message, type MessageFlexProps as MessageProps } from './Message.js'
export { Bubble, type BubbleProps } from './Bubble.js'
export { Carousel, type FlexCarouselProps as CarouselProps } from './Carousel.js'

// Blocks of a bubble
export { Header, type HeaderProps } from './Header.js'
export { Hero, type HeroProps } from './Hero.js'
export { Body, type BodyProps } from './Body.js'
export { Footer, type FooterProps } from './Footer.js'

// Components
export { Box, type BoxProps } from './Box.js'
export { Text, type FlexTextProps as TextProps } from './Text.js'
export { Span, type SpanProps } from './Span.js'
export { Image, type FlexImageProps as ImageProps } from './Image.js'
export { Icon, type IconProps } from './Icon.js'
export { Video, type FlexVideoProps as VideoProps } from './Video.js'
export { Button, type ButtonProps } from './Button.js'
export { Separator, type SeparatorProps } from './Separator.js'
// eslint-disable-next-line @typescript-eslint/no-deprecated -- by LINE, not by us
export { Filler, type FillerProps } from './Filler.js'
export { LinearGradient, type LinearGradientProps } from './LinearGradient.js'
