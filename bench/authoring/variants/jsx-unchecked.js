/** JSX → JSON by code that knows only the components of these messages and checks nothing: the least that JSX can cost. */
import * as message from '../trees/fukidashi.jsx'

export { inputs } from '../data.js'
export * as expected from './floor.js'
export const small = (receipt) => JSON.stringify(messages(message.small(receipt)))
export const large = (items) => JSON.stringify(messages(message.large(items)))

const definition = Symbol.for('fukidashi.component')

const properties = {
  action: 'action',
  flexBody: 'body',
  flexFooter: 'footer',
  flexHero: 'hero',
  flexContainer: 'contents',
}
const json = {
  'Flex.Message': () => ({ type: 'flex' }),
  'Flex.Carousel': () => ({ type: 'carousel', contents: [] }),
  'Flex.Bubble': () => ({ type: 'bubble' }),
  'Flex.Body': () => ({ type: 'box', layout: 'vertical', contents: [] }),
  'Flex.Footer': () => ({ type: 'box', layout: 'vertical', contents: [] }),
  'Flex.Box': () => ({ type: 'box', layout: 'vertical', contents: [] }),
  'Flex.Text': () => ({ type: 'text' }),
  'Flex.Separator': () => ({ type: 'separator' }),
  'Flex.Button': () => ({ type: 'button' }),
  'Flex.Image': () => ({ type: 'image' }),
  Uri: () => ({ type: 'uri' }),
  Postback: () => ({ type: 'postback' }),
}

function messages(element) {
  while (!element.type[definition]) element = element.type(element.props)
  return [build(element, element.type[definition])]
}

function build({ props }, { name }) {
  if (name === 'Flex.Hero') return build(props.children, props.children.type[definition])
  const target = json[name]()
  for (const property in props)
    if (property !== 'children' && props[property] !== undefined) target[property] = props[property]
  if (props.children !== undefined) put(target, props.children)
  return target
}

function put(target, child) {
  if (typeof child === 'string')
    target.text = target.text === undefined ? child : target.text + child
  else if (typeof child === 'number') put(target, String(child))
  else if (Array.isArray(child)) for (let i = 0; i < child.length; i++) put(target, child[i])
  else {
    const own = child.type[definition]
    if (!own) put(target, child.type(child.props))
    else if (Array.isArray(target.contents)) target.contents.push(build(child, own))
    else target[properties[own.kind]] = build(child, own)
  }
}
