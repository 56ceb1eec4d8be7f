/** `fukidashi/jsx-runtime`: what compilers import for `jsx: 'react-jsx'`. Loads no component and no validator. */
export { Fragment, jsx, jsxs } from './jsx.js'
export type { JSX } from './namespace.js'
