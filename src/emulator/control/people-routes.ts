/** Routes for people: their properties and what they have received. */
import { EmulatorError } from '../errors.js'
import { bad, type Command, type ControlRoute } from './route.js'
import { chatView, personView } from './views.js'

function make(command: Command): unknown {
  const name = command.text('name')
  if (name === undefined || name === '') throw bad('name', 'a name')
  const id = command.text('id')
  if (id !== undefined && !/^U[0-9a-f]{32}$/.test(id))
    throw new EmulatorError(
      'option_invalid',
      'A user id is U and 32 hexadecimal digits in lower case.',
    )
  return personView(
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
    about: 'Lists the people that the channel knows',
    run: ({ line }) => line.users.map(personView),
  },
  {
    method: 'POST',
    path: '/people',
    about: 'Creates a person, or changes the person with this name',
    body: {
      name: 'Display name',
      friend: 'true by default',
      blocked: 'true: the person has blocked the account',
      deleted: 'true: the LINE account was deleted',
      language: 'Language as a BCP 47 tag, such as ja',
      id: 'User id: U and 32 hexadecimal digits; random by default',
      'pictureUrl, statusMessage, consents, phone, gender, age, appType, area': 'As they say',
    },
    example: { name: 'Aki' },
    run: make,
  },
  {
    method: 'GET',
    path: '/people/{person}',
    about: 'One person, by id or name, with the labels of everything that can be tapped',
    run: (command) => ({ ...personView(command.person()), sees: command.person().sees() }),
  },
  {
    method: 'GET',
    path: '/people/{person}/messages',
    about: 'Messages that the bot has sent to a person, as it sent them, oldest first',
    run: (command) => command.person().messages,
  },
  {
    method: 'GET',
    path: '/people/{person}/chat',
    about:
      'All entries of the chat of a person with the bot, oldest first; those that the bot has read have "read": true',
    run: (command) => chatView(command.line.state.chats.get(command.person().id)),
  },
]
