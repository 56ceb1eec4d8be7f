/** `fukidashi/flex`: the Flex components without the namespace. */
export * from './components/flex/index.js'

// Types of children, for your own components
export type {
  BaselineChildren,
  Block,
  BlockChildren,
  BoxChildren,
  BubbleChildren,
  ContainerChildren,
  FlexChildren,
  FlexTextChildren,
  FlexVideoChildren,
  HeroChildren,
} from './components/children.js'
export type { Elements, TextChildren } from './jsx-runtime/types.js'
