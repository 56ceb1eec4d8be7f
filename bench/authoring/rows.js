/** What is measured against what. */

/** Variants beside their floor, in the order of the table. Figures are for 17 and for 262 elements. */
export const rows = [
  { name: 'literal + JSON.stringify', variant: 'floor', floor: 'floor' },
  {
    name: 'JSX → JSON string',
    variant: 'jsx',
    floor: 'floor',
    target: '≤ 1.6 / ≤ 1.6',
    next: '1.5 / 1.5',
  },
  {
    name: 'JSX → JSON string, validated',
    variant: 'jsx-validated',
    floor: 'floor',
    target: '≤ 2.1 / ≤ 2.1',
    next: '2.0 / 2.0',
  },
  { name: 'JSX → JSON string, nothing checked', variant: 'jsx-unchecked', floor: 'floor' },
  { name: 'JSX → render(), stringified again', variant: 'jsx-rendered', floor: 'floor' },
  {
    name: 'builders → JSON string',
    variant: 'builders',
    floor: 'floor',
    target: '≤ 2.1 / ≤ 2.1',
    next: '2.0 / 2.0',
  },
  {
    name: 'raw JSON, validated',
    variant: 'json-validated',
    floor: 'floor',
    target: '≤ 1.9 / ≤ 2.2',
    next: '1.7 / 1.9',
  },
  { name: 'raw JSON, by ajv and schema/messages.json', variant: 'json-ajv', floor: 'floor' },
  { name: 'sociably, the same message', variant: 'sociably', floor: 'floor' },
  { name: 'hono/jsx, the same tree to HTML', variant: 'hono', floor: 'floor' },
  { name: 'jsx-slack', variant: 'jsx-slack', floor: 'floor-slack-explicit' },
  { name: 'slack-block-builder', variant: 'slack-block-builder', floor: 'floor-slack' },
  { name: '@discordjs/builders, validated', variant: 'discord', floor: 'floor-discord' },
]
