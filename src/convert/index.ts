/** Message JSON → the elements that a person would write for it. */
export { Converter, type ConvertAs, type Make, type Style } from './converter.js'
