/** Bubbles of the kinds that bots send most: the layouts are common ones, the contents are our own. */
import { box, bubble, button, picture, text } from '../messages.js'

const photo = (aspectRatio: string, more: Record<string, unknown> = {}) =>
  picture({ size: 'full', aspectRatio, aspectMode: 'cover', ...more })
const row = (contents: unknown[], more: Record<string, unknown> = {}) =>
  box('horizontal', contents, more)
const column = (contents: unknown[], more: Record<string, unknown> = {}) =>
  box('vertical', contents, more)
const icon = (more: Record<string, unknown> = {}) => ({
  type: 'icon',
  url: picture()['url'],
  size: 'sm',
  ...more,
})
const line = (more: Record<string, unknown> = {}) => ({ type: 'separator', margin: 'lg', ...more })
const grey = { color: '#999999', size: 'sm' }

/** A name and a value in a row. */
const fact = (name: string, value: string) =>
  box(
    'baseline',
    [text(name, { ...grey, flex: 1 }), text(value, { size: 'sm', flex: 4, wrap: true })],
    { spacing: 'sm' },
  )

/** A price that was higher before. */
const price = (now: string, before: string) =>
  box('baseline', [
    text(now, { flex: 0, size: 'xl', weight: 'bold', color: '#cc3311' }),
    text(before, { ...grey, flex: 0, margin: 'sm', decoration: 'line-through' }),
  ])

/** A label on a picture. */
const badge = (said: string, more: Record<string, unknown> = {}) =>
  row([text(said, { size: 'xs', color: '#ffffff', align: 'center' })], {
    backgroundColor: '#dd2222',
    paddingAll: '4px',
    cornerRadius: 'sm',
    ...more,
  })

const stop = (time: string, place: string, color: string) =>
  row(
    [
      text(time, { size: 'sm', gravity: 'center' }),
      column(
        [
          { type: 'filler' },
          column([], {
            cornerRadius: '30px',
            height: '12px',
            width: '12px',
            borderColor: color,
            borderWidth: '2px',
          }),
          { type: 'filler' },
        ],
        { flex: 0 },
      ),
      text(place, { gravity: 'center', flex: 4, size: 'sm' }),
    ],
    { spacing: 'lg', cornerRadius: '30px', margin: 'xl' },
  )

const leg = (said: string) =>
  row(
    [
      box('baseline', [{ type: 'filler' }], { flex: 1 }),
      column(
        [
          row(
            [
              { type: 'filler' },
              column([], { width: '2px', backgroundColor: '#b7b7b7' }),
              { type: 'filler' },
            ],
            { flex: 1 },
          ),
        ],
        { width: '12px' },
      ),
      text(said, { gravity: 'center', flex: 4, size: 'xs', color: '#8c8c8c' }),
    ],
    { spacing: 'lg', height: '64px' },
  )

const product = (name: string) =>
  bubble({
    hero: photo('20:13'),
    body: column(
      [text(name, { wrap: true, weight: 'bold', size: 'xl' }), price('¥1,480', '¥1,980')],
      { spacing: 'sm' },
    ),
    footer: column([button({ style: 'primary' }), button()], { spacing: 'sm' }),
  })

export const showcase = {
  hotel: bubble({
    size: 'micro',
    header: column(
      [
        photo('20:13'),
        badge('SALE', { position: 'absolute', offsetTop: '8px', offsetStart: '8px' }),
      ],
      { paddingAll: '0px' },
    ),
    body: column([
      text('Harbour Inn', { weight: 'bold', wrap: true }),
      box('baseline', [
        ...Array.from({ length: 4 }, () => icon({ size: 'xs' })),
        text('4.0', { ...grey, size: 'xs', flex: 0, margin: 'md' }),
      ]),
      price('¥9,800', '¥12,800'),
    ]),
  }),
  social: bubble({
    body: column(
      [
        row([photo('1:1', { flex: 2 }), column([photo('1:1'), photo('1:1')], { flex: 1 })]),
        row(Array.from({ length: 4 }, () => picture({ size: 'md', aspectMode: 'cover' }))),
        row(
          [
            column([picture({ size: 'full', aspectMode: 'cover' })], {
              cornerRadius: '100px',
              width: '72px',
              height: '72px',
            }),
            column([
              text('Mika wrote', { wrap: true, contents: undefined }),
              box('baseline', [text('1,400,000 Like', { ...grey, size: 'xs' })], { spacing: 'sm' }),
            ]),
          ],
          { spacing: 'xl', paddingAll: '20px' },
        ),
      ],
      { paddingAll: '0px' },
    ),
  }),
  apparel: bubble({
    body: column(
      [
        photo('2:3'),
        column(
          [
            text('Linen coat', { size: 'xl', color: '#ffffff', weight: 'bold' }),
            price('¥35,000', '¥42,000'),
          ],
          {
            position: 'absolute',
            offsetBottom: '0px',
            offsetStart: '0px',
            offsetEnd: '0px',
            backgroundColor: '#03303acc',
            paddingAll: '20px',
            spacing: 'lg',
          },
        ),
        badge('NEW', {
          position: 'absolute',
          cornerRadius: '20px',
          offsetTop: '18px',
          offsetStart: '18px',
          height: '25px',
          width: '53px',
        }),
      ],
      { paddingAll: '0px' },
    ),
  }),
  receipt: bubble({
    body: column([
      text('RECEIPT', { weight: 'bold', color: '#1db446', size: 'sm' }),
      text('Tea House', { weight: 'bold', size: 'xxl', margin: 'md' }),
      text('2-8 Stone Street, Harbour City', { ...grey, size: 'xs', wrap: true }),
      line(),
      column(
        [
          ['Green tea', '¥480'],
          ['Cake', '¥520'],
          ['Total', '¥1,000'],
        ].map(([name, value]) =>
          row([text(name!, { size: 'sm', flex: 0 }), text(value!, { size: 'sm', align: 'end' })]),
        ),
        { margin: 'xxl', spacing: 'sm' },
      ),
      line({ margin: 'xxl' }),
      row(
        [
          text('NUMBER', { ...grey, size: 'xs', flex: 0 }),
          text('#0743', { ...grey, size: 'xs', align: 'end' }),
        ],
        { margin: 'md' },
      ),
    ]),
    styles: { footer: { separator: true } },
  }),
  transit: bubble({
    header: column(
      [
        column([
          text('FROM', { size: 'sm', color: '#ffffff66' }),
          text('Akasaka', { color: '#ffffff', size: 'xl', flex: 4, weight: 'bold' }),
        ]),
        column([
          text('TO', { size: 'sm', color: '#ffffff66' }),
          text('Harbour', { color: '#ffffff', size: 'xl', flex: 4, weight: 'bold' }),
        ]),
      ],
      {
        paddingAll: '20px',
        backgroundColor: '#0367d3',
        spacing: 'md',
        height: '154px',
        paddingTop: '22px',
      },
    ),
    body: column([
      text('Total: 1 hour', { color: '#b7b7b7', size: 'xs' }),
      stop('20:30', 'Akasaka', '#ef454d'),
      leg('Walk 4 min'),
      stop('20:34', 'Ojima', '#6486e3'),
      leg('Metro 1 hr'),
      stop('21:34', 'Harbour', '#6486e3'),
    ]),
  }),
  ticket: bubble({
    hero: photo('20:13'),
    body: column(
      [
        text('KITES IN THE WIND', { wrap: true, weight: 'bold', gravity: 'center', size: 'xl' }),
        column(
          [fact('Date', 'Monday 25, 9:00 PM'), fact('Place', 'Hall 7'), fact('Seats', 'C row, 18')],
          { margin: 'lg', spacing: 'sm' },
        ),
        column(
          [
            picture({ size: 'xl', aspectMode: 'cover', margin: 'md' }),
            text('Show this code instead of a ticket', {
              ...grey,
              size: 'xs',
              wrap: true,
              margin: 'xxl',
            }),
          ],
          { margin: 'xxl' },
        ),
      ],
      { spacing: 'md' },
    ),
  }),
  restaurant: bubble({
    hero: photo('20:13'),
    body: column([
      text('Stone Café', { weight: 'bold', size: 'xl' }),
      box(
        'baseline',
        [icon(), icon(), icon(), icon(), icon(), text('4.8', { ...grey, margin: 'md', flex: 0 })],
        { margin: 'md' },
      ),
      column([fact('Place', '臺北市信義區松仁路100號'), fact('Time', '10:00 - 23:00')], {
        margin: 'lg',
        spacing: 'sm',
      }),
    ]),
    footer: column(
      [
        button({ style: 'link', height: 'sm' }),
        button({ style: 'link', height: 'sm' }),
        { type: 'spacer', size: 'sm' },
      ].slice(0, 2),
      { spacing: 'sm', flex: 0 },
    ),
  }),
  menu: bubble({
    hero: photo('20:13'),
    body: column(
      [
        text("Captain's breakfast", { size: 'xl', weight: 'bold' }),
        column(
          [
            box('baseline', [
              icon(),
              text('Two eggs', { weight: 'bold', margin: 'sm', flex: 0 }),
              text('320 kcal', { ...grey, align: 'end' }),
            ]),
            box('baseline', [
              icon(),
              text('Pancakes', { weight: 'bold', margin: 'sm', flex: 0 }),
              text('550 kcal', { ...grey, align: 'end' }),
            ]),
          ],
          { spacing: 'sm' },
        ),
        text('Sauce, onions, pickles, lettuce & cheese', {
          wrap: true,
          color: '#aaaaaa',
          size: 'xxs',
        }),
      ],
      { spacing: 'md' },
    ),
    footer: column([button({ style: 'primary', color: '#905c44', margin: 'xxl' })]),
  }),
  localSearch: bubble({
    size: 'micro',
    hero: photo('320:213'),
    body: column(
      [
        text('Tea Museum', { weight: 'bold', size: 'sm', wrap: true }),
        box('baseline', [
          icon({ size: 'xs' }),
          icon({ size: 'xs' }),
          text('2.0', { ...grey, size: 'xs', margin: 'md', flex: 0 }),
        ]),
        column([
          box(
            'baseline',
            [text('抹茶ミュージアム', { wrap: true, color: '#8c8c8c', size: 'xs', flex: 5 })],
            { spacing: 'sm' },
          ),
        ]),
      ],
      { spacing: 'sm', paddingAll: '13px' },
    ),
  }),
  todo: bubble({
    size: 'nano',
    header: column(
      [
        text('In progress', { color: '#ffffff', align: 'start', size: 'md', gravity: 'center' }),
        text('70%', { color: '#ffffff', size: 'xs', gravity: 'center', margin: 'lg' }),
        column(
          [
            column([{ type: 'filler' }], {
              width: '70%',
              backgroundColor: '#0d8186',
              height: '6px',
            }),
          ],
          { backgroundColor: '#9fd8e36e', height: '6px', margin: 'sm' },
        ),
      ],
      { backgroundColor: '#27acb2', paddingTop: '19px', paddingAll: '12px', paddingBottom: '16px' },
    ),
    body: column(
      [row([text('Buy tea and cake', { color: '#8c8c8c', size: 'sm', wrap: true })], { flex: 1 })],
      { spacing: 'md', paddingAll: '12px' },
    ),
  }),
  realEstate: bubble({
    size: 'giga',
    header: column(
      [
        row([
          photo('150:196', { gravity: 'center', flex: 1 }),
          column([photo('150:98', { gravity: 'center' }), photo('150:98', { gravity: 'center' })], {
            flex: 1,
          }),
          badge('NEW', {
            flex: 0,
            width: '48px',
            height: '25px',
            position: 'absolute',
            offsetTop: '18px',
            offsetStart: '18px',
          }),
        ]),
      ],
      { paddingAll: '0px' },
    ),
    body: column(
      [
        column(
          [
            text('Harbour house', { size: 'xl', wrap: true, color: '#ffffff', weight: 'bold' }),
            text('3 bedrooms, ¥35,000', { color: '#ffffffcc', size: 'sm' }),
          ],
          { spacing: 'sm' },
        ),
        row([
          column(
            [
              text('Land  120 m²\n  garden 40 m²', {
                size: 'sm',
                color: '#ffffffde',
                wrap: true,
                margin: 'lg',
              }),
            ],
            { paddingAll: '13px', backgroundColor: '#ffffff1a', cornerRadius: '2px', margin: 'xl' },
          ),
        ]),
      ],
      { spacing: 'xl', paddingAll: '20px', backgroundColor: '#464f69' },
    ),
  }),
  shopping: product('Arm chair, white'),
} as const
