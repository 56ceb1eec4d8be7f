/** Failures of a bot, as the emulator reports them to the page. */
import type { Emulator, FailureRecord } from '../../src/emulator/index.js'

interface Inside {
  subject(): { world: { journal: { next(): number; publish(record: FailureRecord): void } } }
}

/** A failure while the bot handled the last webhook of a person. */
export function fail(
  line: Emulator,
  name: string,
  more: { [Key in keyof FailureRecord]?: FailureRecord[Key] | undefined } = {},
): FailureRecord {
  const user = line.user(name)
  const { journal } = (user as unknown as Inside).subject().world
  const webhook = line.webhooks.at(-1)?.number
  const all = {
    type: 'failure',
    number: journal.next(),
    at: line.clock.now(),
    severity: 'error',
    chatId: user.id,
    ...(webhook !== undefined && { webhook }),
    name: 'LineValidationError',
    message: '1 problem in 1 message\n\n  messages[0].template.actions[0].label',
    problems: [
      {
        code: 'too_long',
        severity: 'error',
        path: 'messages[0].template.actions[0].label',
        message: 'a postback label in a buttons template has at most 20 characters; this has 33',
        limit: 20,
        actual: 33,
        unit: 'graphemes',
        component: '<Buttons> › <Postback>',
        source: 'src/menu.tsx:9:5',
        docs: 'https://developers.line.biz/en/reference/messaging-api/#postback-action',
      },
    ],
    place: { file: 'src/menu.tsx', line: 9, column: 5 },
    frame: {
      firstLine: 8,
      lines: ['    <Buttons title="Tea">', '      <Postback label={long} />', '    </Buttons>'],
    },
    stack: ['at ItemCard (src/menu.tsx:9:5)', 'at async handler (src/bot.ts:3:1)'],
    hint: 'Shorten the label to 20 characters.',
    ...more,
  }
  const fields = Object.entries(all).filter(([, value]) => value !== undefined)
  const record = Object.fromEntries(fields) as unknown as FailureRecord
  journal.publish(record)
  return record
}
