/** Options that several commands have. */
import { Option } from 'commander'
import { collect } from './address.js'
import { numberFrom, wholeNumber } from './values.js'

/** How long a story may take. */
export const timeoutOption = (what = 'milliseconds that a story may take in one locale'): Option =>
  new Option('--timeout <MS>', what).argParser(wholeNumber).default(10_000)

/** How large texts in pictures are. */
export const textScaleOption = (): Option =>
  new Option('--text-scale <FACTOR>', "factor of the user's font size, 0.5 to 4")
    .argParser(numberFrom(0.5, 4))
    .default(1)

/** Whether pictures show images of the web. */
export const imagesOption = (): Option =>
  new Option('--images', 'load images from the web; otherwise they are placeholders')

/** Where a server with a page listens. */
export const hostOption = (): Option =>
  new Option(
    '--host <ADDRESS>',
    'address to listen on, such as 0.0.0.0 in a container; the page then needs the printed token',
  )

/** By which names that server can be called. */
export const allowHostOption = (): Option =>
  new Option(
    '--allow-host <NAME>',
    'a further host name of the page, such as that of a proxy; can be repeated',
  ).argParser(collect)
