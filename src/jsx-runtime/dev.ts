/** `fukidashi/jsx-dev-runtime`: what compilers import for `jsx: 'react-jsxdev'`. */
export { Fragment, jsx, jsx as jsxs, jsxDEV } from './jsx.js'
export type { JSX } from './namespace.js'
export type { Component } from './component.js'
export type { JsxElement, Source } from './element.js'
export type { Node, TextChildren } from './types.js'
