/** The table of what happens to a module channel: methods of `ModuleChannel` and routes of the control API come from it. */
import type { ModuleOptions, TurnOptions } from '../generated/options.js'
import * as modules from '../people/modules.js'
import type { ModuleSubject as On, Table } from './deed.js'
import { texts } from './shapes.js'

const turn = ['TurnOptions']

export const moduleDeeds = {
  permits: {
    about:
      "The account's administrator gives permission on LINE's page. Returns the code that the channel exchanges, once.",
    what: 'permit',
    arguments: { scopes: texts('Permissions; message:send and message:receive by default.') },
    returns: 'string',
    run: ({ world }: On, scopes: readonly string[] | undefined) => modules.permit(world, scopes),
  },
  attaches: {
    about: 'Attaches the channel to the account. The bot receives `module`.',
    what: 'attach',
    options: ['ModuleOptions'],
    run: ({ world }: On, options: ModuleOptions) => modules.attach(world, options),
  },
  detaches: {
    about: 'Detaches the channel from the account. The bot receives `module`.',
    what: 'detach',
    options: turn,
    run: ({ world }: On, options: TurnOptions) => modules.detach(world, options),
  },
  suspends: {
    about: 'LINE suspends the account. The bot receives `botSuspended`.',
    what: 'suspend',
    options: turn,
    run: ({ world }: On, options: TurnOptions) => modules.suspend(world, true, options),
  },
  resumes: {
    about: 'LINE resumes the account. The bot receives `botResumed`.',
    what: 'resume',
    options: turn,
    run: ({ world }: On, options: TurnOptions) => modules.suspend(world, false, options),
  },
} as const satisfies Table<On>
