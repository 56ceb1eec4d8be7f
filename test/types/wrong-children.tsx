/** What builders refuse at compile time: every child and value in a wrong place. Type-checked, never run. */
import { Buttons, Postback, Text } from 'fukidashi'
import {
  area,
  buttons,
  camera,
  carousel,
  column,
  confirm,
  emoji,
  flex,
  imageCarousel,
  imageColumn,
  imagemap,
  imagemapArea,
  imagemapVideo,
  location,
  mention,
  messageAction,
  postback,
  quickReply,
  quickReplyItem,
  richMenu,
  richMenuSwitch,
  sender,
  sticker,
  text,
  uri,
} from 'fukidashi/builders'

const tap = postback('Buy', 'buy=1')

// Templates
// @ts-expect-error a message is not an action
buttons('y').actions(buttons('n'))
// @ts-expect-error a text message is not an action
buttons('y').actions(text('n'))
// @ts-expect-error also not in a nested list
buttons('y').actions([[text('n')]])
// @ts-expect-error the camera opens from quick replies only
buttons('y').actions(camera('Picture'))
// @ts-expect-error menus are switched from rich menus only
confirm('y').actions(tap, richMenuSwitch('Menu', 'menu', 'menu'))
// @ts-expect-error a column is not a child of buttons
buttons('y', column('n'))
// @ts-expect-error a Flex text is not the text of a template
buttons(flex.text('n'))
// @ts-expect-error a column of the other carousel
carousel(imageColumn('https://example.com/a.png', tap))
// @ts-expect-error a column of the other carousel
imageCarousel(column('n'))
// @ts-expect-error an action is not a column
carousel().columns(tap)
// @ts-expect-error one action, not a message
imageColumn('https://example.com/a.png', text('n'))
// @ts-expect-error a default action is an action
column('y').defaultAction(sticker('446', '1988'))

// Messages
// @ts-expect-error an action does not belong in a text
text('y', tap)
// @ts-expect-error a message does not belong in a text
text('y', text('n'))
// @ts-expect-error a span is Flex
text('y', flex.span('n'))
// @ts-expect-error an emoji is not a quick reply
text('y').quickReply(emoji('a', 'b'))
// @ts-expect-error an action alone is not a quick reply
text('y').quickReply(tap)
// @ts-expect-error a sender is not a quick reply
text('y').quickReply(sender('y'))
// @ts-expect-error a quick reply is not a sender
text('y').sender(quickReply(tap))
// @ts-expect-error a message is not a quick reply item
quickReply(text('n'))
// @ts-expect-error menus are switched from rich menus only
quickReply(richMenuSwitch('Menu', 'menu', 'menu'))
// @ts-expect-error no item in an item
quickReplyItem(quickReplyItem(tap))

// Imagemap and rich menu
// @ts-expect-error an action needs an area around it
imagemap('https://example.com/map', postback('n', 'n'))
// @ts-expect-error an area of a rich menu
imagemap('https://example.com/map', area(0, 0, 1, 1, tap))
// @ts-expect-error imagemaps have no postback
imagemapArea(0, 0, 1, 1, tap)
// @ts-expect-error a video is not an area
imagemap('https://example.com/map').actions(imagemapVideo('https://a.example', 'https://b.example'))
// @ts-expect-error an area of an imagemap
richMenu(imagemapArea(0, 0, 1, 1, uri('y', 'https://example.com')))
// @ts-expect-error the camera opens from quick replies only
area(0, 0, 1, 1, camera('Picture'))

// Flex
// @ts-expect-error a bubble does not belong in a box
flex.box(flex.bubble())
// @ts-expect-error a span belongs in texts only
flex.box(flex.span('n'))
// @ts-expect-error a video belongs in the hero only
flex.box(flex.video('https://a.example', 'https://b.example'))
// @ts-expect-error a body is not a box to put into another
flex.box(flex.body())
// @ts-expect-error an action needs a button around it
flex.box(tap)
// @ts-expect-error a message is not a Flex text
flex.box(text('n'))
// @ts-expect-error bare text needs a Flex text around it
flex.box('n')
// @ts-expect-error an icon belongs in baseline boxes only
flex.horizontal(flex.icon('https://example.com/a.png'))
// @ts-expect-error a baseline box takes no button
flex.baseline(flex.button(tap))
// @ts-expect-error a box is not a block: say which one
flex.bubble(flex.box())
// @ts-expect-error a text is not a block
flex.bubble(flex.text('n'))
// @ts-expect-error a carousel holds bubbles
flex.carousel(flex.box())
// @ts-expect-error no carousel in a carousel
flex.carousel(flex.carousel())
// @ts-expect-error a Flex message holds a bubble or a carousel
flex.message(flex.box())
// @ts-expect-error the carousel of the templates
flex.message(carousel())
// @ts-expect-error an image message is not a Flex image: a button takes an action
flex.button(location('a', 'b', 1, 2))
// @ts-expect-error no box in a text
flex.text('y', flex.box())
// @ts-expect-error a mention belongs in text messages only
flex.text(mention())
// @ts-expect-error a hero is an image, a video or a box
flex.hero(flex.text('n'))
// @ts-expect-error a bubble's body is a box
flex.bubble().body(flex.text('n'))
// @ts-expect-error a background is a gradient
flex.box().background(flex.box())

// Values
// @ts-expect-error no such size
flex.bubble().size('gigantic')
// @ts-expect-error a colour is text
flex.text('y').color(1)
// @ts-expect-error a title is text
buttons('y').title(1)
// @ts-expect-error no such property
export const method: keyof ReturnType<typeof buttons> = 'subtitle'
// @ts-expect-error an action without its address
uri('Details')
// @ts-expect-error no such mode
postback('y', 'y').inputOption('openMouth')
// @ts-expect-error JSON is checked too
flex.box({ type: 'text', text: 'y', align: 'middle' })

// Into JSX
export const jsx = [
  // @ts-expect-error a message is not an action
  <Buttons altText="y">{text('n')}</Buttons>,
  // @ts-expect-error an action does not belong in a text
  <Text>{tap}</Text>,
  // @ts-expect-error a default action is an action
  <Buttons altText="y" defaultAction={text('n')} />,
  <Postback
    label="y"
    // @ts-expect-error data is text
    data={messageAction('a', 'b')}
  />,
]
