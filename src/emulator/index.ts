/** `fukidashi/emulator`: LINE's side of the wire, on this machine. Servers and files are in `fukidashi/emulator/node`. */

// The emulator
export { createEmulator, type Emulator } from './emulator.js'
export type { ConnectableBot, EmulatorOptions, PersonOptions } from './options.js'
export type { FetchHandler, ReceivingBot } from './webhook/target.js'

// People
export type { In, User } from './people/user.js'
export type { ModuleChannel } from './people/module-channel.js'
export type { ModuleOptions } from './people/modules.js'
export type { PlayOptions } from './people/playing.js'
export type { Group } from './people/group.js'
export type { Member } from './people/member.js'
export type { Turn, TurnOptions } from './people/turn.js'
export type { TapOptions, TapTarget } from './people/tapping.js'
export type { TextPart } from './people/text.js'
export type { MediaOptions } from './people/media.js'
export type { PlaceOptions, StickerOptions, WriteOptions } from './people/writing.js'
export type { BeaconOptions, LinkOptions } from './people/befriending.js'

// What is remembered
export type { Account, AssertionKey, State } from './state/state.js'
export type { Attributes, Chat, Entry, Media, Note, Person, Subscribed } from './state/people.js'

// What happened
export type {
  CallRecord,
  ChangeRecord,
  JournalRecord,
  MessageRecord,
  WebhookRecord,
} from './journal.js'

// What goes wrong
export { EmulatorError, type EmulatorErrorCode } from './errors.js'
export { ConnectionReset, type Fault, type FaultOptions } from './api/faults.js'

// For servers
export type { Answer } from './api/answer.js'
export type { ApiRequest } from './api/request.js'

// Time and chance
export type { Clock } from '../common/clock.js'
export type { Random } from './chance.js'
