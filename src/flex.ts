/** `fukidashi/flex`: the Flex components without the namespace. */
export * from './components/flex/index.js'

// Types of children, for your own components
export type {
  ActionChildren,
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
export type { Children, Elements, Into, TextAnd, TextChildren } from './jsx-runtime/types.js'

// What their types are made of
export type { AroundMessage } from './components/index.js'
export type { Component } from './jsx-runtime/component.js'
export type { Element, JsxElement } from './jsx-runtime/element.js'
export type * as spec from './spec/index.js'
