/** `fukidashi/emulator`: LINE's side of the wire, on this machine. Servers and files are in `fukidashi/emulator/node`. */

// The emulator
export { createEmulator, type Emulator } from './emulator.js'
export type { ConnectableBot, EmulatorOptions, PersonOptions, RoomOptions } from './options.js'
export type { FetchHandler, ReceivingBot } from './webhook/target.js'

// People
export type { User } from './generated/user.js'
export type { ModuleChannel } from './generated/module-channel.js'
export type { Group } from './generated/group.js'
export type { GroupChat, Member } from './people/member.js'
export type { Turn } from './people/turn.js'
export type { TapTarget } from './people/tapping.js'
export type { TextPart } from './people/text.js'
export type {
  ActivateOptions,
  BeaconOptions,
  EditOptions,
  FileOptions,
  In,
  LinkOptions,
  MediaOptions,
  ModuleOptions,
  PlaceOptions,
  PlayOptions,
  StickerOptions,
  TapOptions,
  TurnOptions,
  WriteOptions,
} from './generated/options.js'

// What is remembered
export type {
  Account,
  AssertionKey,
  Batch,
  Continuation,
  Delivery,
  IssuedToken,
  Menu,
  Narrowcast,
  ReplyToken,
  RetryKey,
  State,
  StoredAudience,
  StoredCoupon,
} from './state/state.js'
export type {
  Attributes,
  Chat,
  Entry,
  Media,
  Note,
  Person,
  Subscribed,
  Via,
} from './state/people.js'

// What happened
export type {
  CallRecord,
  ChangeRecord,
  FailureRecord,
  JournalRecord,
  KeptRecord,
  MessageRecord,
  WebhookRecord,
} from './journal.js'
export type { FailureAbout } from './failures/failures.js'

// What goes wrong
export type { Problem, ProblemCode, Severity, Unit } from '../validation/index.js'
export { FukidashiError } from '../common/error.js'
export { EmulatorError, type EmulatorErrorCode } from './errors.js'
export { ConnectionReset, type Fault, type FaultOptions, type Faults } from './api/faults.js'

// For servers
export type { Answer } from './api/answer.js'
export type { ApiRequest } from './api/request.js'
export type { Host } from '../endpoints/index.js'

// Time and chance
export type { Clock } from '../common/clock.js'
export type { MovableClock } from './clock.js'
export type { Random } from './chance.js'
