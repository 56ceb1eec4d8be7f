/** Messages with every Flex property that influences the layout; they are drawn twice. */
import type { FlexMessage } from '../../../src/spec/index.js'
import { block, body, box, bubble, button, flex, picture, text } from '../messages.js'

const sizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl']
const spaces = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '7px']
const layouts = ['horizontal', 'vertical', 'baseline']
const bubbleSizes = ['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']
const long = 'A text that is longer than the box it is in, so it goes on in the next lines, or ends'

const parts = (rtl = false): Record<string, unknown> => ({
  ...(rtl && { direction: 'rtl' }),
  header: box('vertical', [text('Header')]),
  hero: picture({ size: 'full', aspectRatio: '20:13', aspectMode: 'cover' }),
  body: box('vertical', [
    text('Body', { size: 'xl', weight: 'bold' }),
    box('baseline', [
      { type: 'icon', url: 'https://example.com/a.png' },
      text('4.0', { size: 'sm', margin: 'md', flex: 0 }),
    ]),
    box('horizontal', [text('Left'), text('Right', { align: 'end' })], { spacing: 'sm' }),
  ]),
  footer: box('vertical', [button({ style: 'primary' }), button({ height: 'sm' })], {
    spacing: 'sm',
  }),
})

const lines = ['header', 'hero', 'body', 'footer']
const styles = Object.fromEntries(
  lines.map((name) => [name, { separator: true, backgroundColor: '#f0f0f0' }]),
)

/** Samples by name. */
export const flexSamples: Record<string, FlexMessage[]> = {
  'sizes of bubbles': bubbleSizes.map((size) => bubble({ size, ...parts() })),
  'from right to left': bubbleSizes.map((size) => bubble({ size, ...parts(true) })),
  'lines between blocks': [bubble({ ...parts(), styles })],
  'carousels of equal height': [
    flex({
      type: 'carousel',
      contents: [
        { type: 'bubble', size: 'micro', ...parts() },
        { type: 'bubble', size: 'nano', body: box('vertical', [text('short')]) },
        { type: 'bubble', size: 'kilo', ...parts(), footer: undefined },
      ],
    }),
  ],
  'hero videos': [
    bubble({
      hero: {
        type: 'video',
        url: 'https://example.com/a.mp4',
        previewUrl: 'https://example.com/a.png',
        aspectRatio: '20:13',
        altContent: picture({ size: 'full' }),
        action: { type: 'uri', label: 'More', uri: 'https://example.com' },
      },
      body: box('vertical', [text('Body')]),
    }),
  ],
  'sizes of texts': [
    body(sizes.map((size) => text('あA', { size }))),
    body(sizes.map((size) => text(long, { size, wrap: true }))),
  ],
  'weight, slant and lines': [
    body([
      text(long, { weight: 'bold', wrap: true }),
      text(long, { style: 'italic', wrap: true }),
      text(long, { decoration: 'underline', wrap: true }),
      text(long, { decoration: 'line-through' }),
    ]),
  ],
  'number of lines and room between them': [1, 2, 3].flatMap((maxLines) =>
    ['0px', '6px', '20px'].map((lineSpacing) =>
      body([text(long, { wrap: true, maxLines, lineSpacing }), text('after')]),
    ),
  ),
  spans: [
    body([
      {
        type: 'text',
        wrap: true,
        contents: sizes.slice(0, 7).map((size, index) => ({
          type: 'span',
          text: `${size} span `,
          size,
          ...(index % 2 && { weight: 'bold' }),
        })),
      },
      {
        type: 'text',
        wrap: true,
        lineSpacing: '10px',
        contents: [
          { type: 'span', text: `${long} ` },
          { type: 'span', text: long, size: 'lg' },
        ],
      },
    ]),
  ],
  'texts that shrink to fit': [
    body([text('short', { adjustMode: 'shrink-to-fit' })]),
    body([
      box('horizontal', [block('100px', '10px'), text('fits', { adjustMode: 'shrink-to-fit' })]),
      button({ adjustMode: 'shrink-to-fit', style: 'primary' }),
    ]),
  ],
  'spacing and margin': layouts.flatMap((layout) =>
    spaces.map((space) =>
      body([
        box(layout, [text('a'), text('b'), { type: 'filler' }, text('c', { margin: space })], {
          spacing: space,
        }),
        text('d', { margin: space }),
      ]),
    ),
  ),
  paddings: spaces.map((space) =>
    body([
      box('vertical', [block(undefined, '10px')], { paddingAll: space }),
      box('vertical', [block(undefined, '10px')], { paddingAll: space, paddingStart: '20px' }),
      box('horizontal', [block('30px', '10px')], { paddingTop: space, paddingEnd: '10%' }),
    ]),
  ),
  'shares of a row': [
    body([box('horizontal', [text(long, { flex: 2 }), text('b', { flex: 1 })])]),
    body([box('horizontal', [text(long, { flex: 0 }), text('b')])]),
    body([box('horizontal', [text('a', { flex: 0 }), text('b', { flex: 3 }), text(long)])]),
    body([box('horizontal', [block('40%', '10px'), block('70px', '30px'), text(long)])]),
    body([box('horizontal', [picture({ size: 'xs' }), picture({ flex: 2 }), button()])]),
    body([box('horizontal', [text('a'), box('vertical', [text(long, { wrap: true })])])]),
  ],
  'shares of a column': [
    body([
      box(
        'vertical',
        [
          text('a', { flex: 1 }),
          text('b'),
          block(undefined, '20px', { flex: 2 }),
          { type: 'filler' },
        ],
        { height: '300px' },
      ),
    ]),
  ],
  'gravity and align': ['top', 'center', 'bottom'].flatMap((gravity) =>
    ['start', 'center', 'end'].map((align) =>
      body([
        box(
          'horizontal',
          [
            text('a', { gravity, align }),
            picture({ gravity, align, size: 'xxs' }),
            button({ gravity }),
          ],
          { height: '120px' },
        ),
      ]),
    ),
  ),
  'contents of a box': [
    'flex-start',
    'center',
    'flex-end',
    'space-between',
    'space-around',
  ].flatMap((justifyContent) =>
    ['flex-start', 'center', 'flex-end'].map((alignItems) =>
      body(
        ['horizontal', 'vertical'].map((layout) =>
          box(layout, [block('20px', '10px'), block('30px', '20px'), block('25px', '15px')], {
            justifyContent,
            alignItems,
            height: '100px',
            width: '200px',
          }),
        ),
      ),
    ),
  ),
  'rows in columns that align their contents': ['flex-start', 'center', 'flex-end'].map(
    (alignItems) =>
      body([
        box('vertical', [box('vertical', [box('horizontal', [picture()])])], { alignItems }),
        box(
          'vertical',
          [
            box('vertical', [
              box('horizontal', [text('Total'), text('1,200')], { spacing: 'md' }),
              box('baseline', [text('with tax', { size: 'sm' })]),
              text(long, { wrap: true }),
            ]),
            box('vertical', [box('vertical', [box('horizontal', [text('deep')])])]),
          ],
          { alignItems, paddingAll: 'md' },
        ),
        box('horizontal', [
          box('vertical', [box('vertical', [box('horizontal', [text('in a row')])])], {
            alignItems,
            flex: 0,
          }),
          text('rest'),
        ]),
      ]),
  ),
  'paddings of boxes that are as wide as their contents': [
    body(
      ['horizontal', 'vertical', 'baseline'].map((layout) =>
        box(
          'horizontal',
          [
            box(layout, [text('badge')], { paddingAll: '5%', height: '64px' }),
            box(layout, [text('badge'), text('two')], { paddingAll: '5%', flex: 0 }),
            text('rest'),
          ],
          { paddingStart: '10%' },
        ),
      ),
    ),
  ],
  baselines: [
    body([
      box('baseline', [
        text('big', { size: '3xl', flex: 0 }),
        { type: 'icon', url: 'https://example.com/a.png', size: 'xl', aspectRatio: '2:1' },
        text('small', { size: 'xs' }),
        text('日本語', { size: 'lg', offsetTop: '4px' }),
      ]),
    ]),
  ],
  'absolute places and offsets': [
    body([
      block('60px', '80px'),
      ...['10px', '10%'].map((offsetTop) =>
        box('vertical', [text('a')], {
          position: 'absolute',
          offsetTop,
          offsetBottom: '6px',
          offsetStart: '70px',
          maxWidth: '200px',
          backgroundColor: '#112233',
        }),
      ),
    ]),
    body([
      text('behind'),
      box('vertical', [text('over')], {
        position: 'absolute',
        offsetTop: '10px',
        offsetStart: '20px',
        width: '80px',
        height: '40px',
      }),
      block('50px', '50px', { position: 'absolute', offsetBottom: 'md', offsetEnd: '10%' }),
      text('moved', { offsetTop: '-5px', offsetStart: 'lg' }),
      text('over all', { position: 'absolute', offsetTop: 'none', offsetEnd: 'xl' }),
    ]),
    body(
      [block('50px', '50px', { position: 'absolute', offsetStart: '10px' })],
      {},
      {
        direction: 'rtl',
      },
    ),
  ],
  'borders, corners and gradients': [
    body([
      box('vertical', [text('a')], {
        borderWidth: 'bold',
        borderColor: '#000000',
        cornerRadius: 'xl',
      }),
      box('vertical', [text('a')], { borderWidth: 'light', borderColor: '#000000' }),
      box('vertical', [text('a')], {
        background: {
          type: 'linearGradient',
          angle: '30deg',
          startColor: '#ff0000',
          endColor: '#0000ff',
        },
        height: '40px',
      }),
    ]),
  ],
  'widths and heights': [
    body([
      block('50%', '20px'),
      block('120px', '10%'),
      box('vertical', [text(long, { wrap: true })], { maxWidth: '100px', maxHeight: '60px' }),
      box('horizontal', [text('a')], { width: '80px', maxWidth: '40px' }),
    ]),
  ],
  pictures: [
    body([...sizes, 'full', '75px', '30%'].map((size) => picture({ size }))),
    body(['1:1', '2:1', '1:3', '20:13'].map((aspectRatio) => picture({ aspectRatio, size: 'lg' }))),
  ],
  separators: [
    body([text('a'), { type: 'separator' }, text('b'), { type: 'separator', margin: 'xl' }]),
    body([
      box('horizontal', [
        text('a'),
        { type: 'separator', margin: 'md' },
        text('b', { margin: 'md' }),
      ]),
    ]),
  ],
}
