/**
 * `fukidashi/builders`: messages without JSX. A factory makes what the component of the same name makes; its arguments are
 * the children, or LINE's required properties, and each property is a method.
 *
 * Builders never change: each call gives a new one. They are elements, so they mix with JSX and with JSON both ways.
 *
 * @module
 */

// One factory for each row of src/components/table.ts, in its order
export * from './generated/builders.js'
export { raw } from '../components/index.js'

// Flex
export * as flex from './generated/flex.js'

// Types of methods, children and values
export type { Listed, Setters } from './setters.js'
export type {
  ActionChildren,
  AreaChildren,
  AroundChildren,
  AroundMessage,
  BaselineChildren,
  Block,
  BlockChildren,
  BoxChildren,
  BubbleChildren,
  ColumnChildren,
  ContainerChildren,
  DatetimePickerProps,
  FlexChildren,
  FlexTextChildren,
  FlexVideoChildren,
  HeroChildren,
  ImageColumnChildren,
  ImagemapActionChildren,
  ImagemapAreaChildren,
  MessageTextChildren,
  PostbackProps,
  QuickReplyActionChildren,
  QuickReplyChildren,
  RichMenuActionChildren,
  RichMenuSwitchProps,
  TemplateChildren,
  TextAndActionChildren,
  UriChildren,
} from '../components/index.js'
export type { RenderScope } from '../common/render-scope.js'
export type { Late } from '../jsx-runtime/deferred.js'
export type { Element } from '../jsx-runtime/element.js'
export type { Children, Into, TextAnd } from '../jsx-runtime/types.js'
