/** `fukidashi/testing`: talk to a bot in a test, and see what it says. For Vitest, Jest and `node:test`. */

// LINE's side
export { createEmulator, type Emulator, EmulatorError } from '../emulator/index.js'
export type {
  EmulatorOptions,
  Group,
  PersonOptions,
  TapOptions,
  TapTarget,
  Turn,
  TurnOptions,
  User,
} from '../emulator/index.js'

// Expectations
export type { MessageChildren } from '../render/index.js'
export type { Element, JsxElement } from '../jsx-runtime/element.js'
export type { Context, Into } from '../jsx-runtime/types.js'
export { type LineMatchers, matchers } from './matchers.js'
export { assertPushed, assertReceived, assertRichMenu, ExpectationError } from './assertions.js'
export type { Expected, ExpectedOptions } from './received.js'
export type { Receiver } from './receiver.js'
export type { MenuViewer } from './rich-menus.js'
export { transcript, transcriptSerializer } from './transcript.js'

// Pictures
export { fakePicture } from './fake-picture.js'

// Events without an emulator
export { type EventFields, fakeEvent } from './events.js'

// Time
export { FakeClock } from './fake-clock.js'
