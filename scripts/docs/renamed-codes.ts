/** Codes of errors that were renamed before the first release. Each code is `<thing>_<state>`. */
const renamed: Record<string, Record<string, string>> = {
  EmulatorError: {
    not_found: 'person_not_found',
    not_possible: 'action_not_allowed',
    nothing_to_tap: 'target_not_found',
    unknown_event: 'event_not_found',
    no_bot: 'bot_missing',
    bad_option: 'option_invalid',
    bad_state: 'state_invalid',
  },
}

/** A renamed code: the class of the error, the old code and the new one. */
export interface RenamedCode {
  class: string
  old: string
  code: string
}

export const renamedCodes: readonly RenamedCode[] = Object.entries(renamed).flatMap(
  ([name, codes]) => Object.entries(codes).map(([old, code]) => ({ class: name, old, code })),
)
