/** Routes for people: their properties and what they have received. */
import { EmulatorError } from '../errors.js'
import { bad, type Command, type ControlRoute } from './route.js'
import { shownChat, shownPerson } from './shown.js'

function make(command: Command): unknown {
  const name = command.text('name')
  if (name === undefined || name === '') throw bad('name', 'a name')
  const id = command.text('id')
  if (id !== undefined && !/^U[0-9a-f]{32}$/.test(id))
    throw new EmulatorError(
      'option_invalid',
      'A user id is U and 32 hexadecimal digits in lower case.',
    )
  return shownPerson(
    command.line.user(name, {
      id,
      friend: command.boolean('friend'),
      blocked: command.boolean('blocked'),
      deleted: command.boolean('deleted'),
      pictureUrl: command.text('pictureUrl'),
      statusMessage: command.text('statusMessage'),
      language: command.text('language'),
      consents: command.boolean('consents'),
      phone: command.text('phone'),
      gender: command.word('gender', ['male', 'female']),
      age: command.whole('age', 0),
      appType: command.word('appType', ['ios', 'android']),
      area: command.text('area'),
    }),
  )
}

export const peopleRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/people',
    about: 'Everybody whom the channel knows',
    run: ({ line }) => line.users.map(shownPerson),
  },
  {
    method: 'POST',
    path: '/people',
    about: 'Makes a person, or changes the one of that name',
    body: {
      name: 'Shown in the chat',
      friend: 'true by default',
      blocked: 'Has blocked the account',
      deleted: 'The account is gone',
      language: 'BCP 47, such as ja',
      id: 'U and 32 hexadecimal digits; made up by default',
      'pictureUrl, statusMessage, consents, phone, gender, age, appType, area': 'As they say',
    },
    example: { name: 'Aki' },
    run: make,
  },
  {
    method: 'GET',
    path: '/people/{person}',
    about: 'One person, by id or name, with the names of all that can be tapped',
    run: (command) => ({ ...shownPerson(command.person()), sees: command.person().sees() }),
  },
  {
    method: 'GET',
    path: '/people/{person}/messages',
    about: 'What the bot has sent to somebody, as it sent it, oldest first',
    run: (command) => command.person().messages,
  },
  {
    method: 'GET',
    path: '/people/{person}/chat',
    about:
      'Everything in the chat of somebody with the bot, oldest first; what the bot has read is marked so',
    run: (command) => shownChat(command.line.state.chats.get(command.person().id)),
  },
]
