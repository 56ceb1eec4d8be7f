/** Every code a problem can have. Stable: a code is never renamed, and never means something else later. */
export const problemCodes = {
  // Shape
  required: 'A property that has to be there is missing.',
  wrong_type: 'A value of another JSON type is wanted.',
  numeric_id: 'An id is a number instead of text.',
  unknown_property: 'LINE does not know this property. A warning where LINE may ignore it.',
  unknown_type: 'LINE knows no such `type`.',
  not_permitted: 'The value is not one of the permitted words.',
  bad_format: 'The value is not written in the permitted form.',
  // Size
  empty: 'A text, list or block that may not be empty is empty.',
  too_long: 'A text is longer than permitted.',
  too_few: 'A list has too few items.',
  too_many: 'A list has too many items.',
  too_small: 'A number is too small.',
  too_large: 'A number is too large.',
  too_many_bytes: 'The JSON of a bubble or carousel is too large.',
  // Place
  misplaced: 'An action or component is not permitted in its place.',
  conflict: 'Properties that exclude each other are used together.',
  inconsistent: 'Items of a list differ where they have to be alike.',
  ignored: 'LINE accepts this and does nothing with it.',
  deprecated: 'LINE has replaced this by something else.',
  unsupported: 'The endpoint or the recipient does not take this.',
  // Meaning
  mismatch:
    'Two values that belong together do not fit: an emoji and its `$`, a `{key}` and its substitution.',
  bad_date: 'A date or time is not in the form of its mode, or does not exist.',
  wrong_order: 'Of two values that form a range, the later comes first.',
  outside: 'A rectangle reaches beyond its picture.',
  bad_ratio: 'A picture or a ratio is too narrow or too high.',
  unknown_sticker: 'The sticker is not on the list of those that bots may send.',
  // Addresses
  bad_url: 'An address is not an address.',
  bad_scheme: 'The scheme of an address is not permitted there.',
  not_encoded: 'An address has characters that must be percent-encoded.',
  private_url: 'LINE cannot reach the address from outside.',
  wrong_extension: 'The file extension of an address names another kind of file.',
  // What comes before LINE's rules
  too_deep: 'The value is nested deeper than any message.',
  cycle: 'The value contains itself.',
  unreadable: 'Reading the value threw an error.',
  and_more: 'There are more problems than are listed.',
  // Elements that did not become JSON
  wrong_child: 'A child is not permitted in its parent.',
  wrong_value: 'A value cannot be printed, or is set twice.',
  missing_child: 'A component lacks a child.',
  component_threw: 'A component threw an error.',
  async_component: 'A component is asynchronous where only synchronous ones can be rendered.',
  alt_text_derived: '`altText` was missing and was taken from the content.',
} as const

/** Stable name of a rule. */
export type ProblemCode = keyof typeof problemCodes
