/** `fukidashi/jsx-dev-runtime`: what compilers import for `jsx: 'react-jsxdev'`. */
export { Fragment, jsx, jsx as jsxs, jsxDEV } from './jsx.js'
export type { JSX } from './namespace.js'
