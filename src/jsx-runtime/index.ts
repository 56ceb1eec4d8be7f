/** `fukidashi/jsx-runtime`: what compilers import for `jsx: 'react-jsx'`. Loads no component and no validator. */
// Compilers write `jsxs` for several children.
export { Fragment, jsx, jsx as jsxs } from './jsx.js'
export type { JSX } from './namespace.js'
export type { Component } from './component.js'
export type { Node, TextChildren } from './types.js'
export type { JsxElement } from './element.js'
