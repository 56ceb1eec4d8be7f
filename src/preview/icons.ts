/** LINE's own icons around messages, as `data:` URLs: they need no font and no file. */

/** All URLs that this file has returned: a few for each theme. */
const icons = new Set<string>()

/** Whether a URL is an icon of this file. Images of messages may be malicious. */
export const isIcon = (url: string): boolean => icons.has(url)

/** An SVG image as a URL. Characters that could end an attribute or a URL are escaped. */
function svg(width: number, height: number, body: string): string {
  const url = `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' width='${width}' height='${height}'>${body}</svg>`,
  )}`
  icons.add(url)
  return url
}

const stroke = (color: string, width = 1.8): string =>
  `fill='none' stroke='${color}' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'`

/** A triangle to the right. */
export const play = (color: string): string =>
  svg(
    24,
    24,
    `<path d='M8 5.2v13.6a.9.9 0 0 0 1.4.8l10.3-6.8a.9.9 0 0 0 0-1.6L9.4 4.4A.9.9 0 0 0 8 5.2z' fill='${color}'/>`,
  )

/** Filled icons of quick replies. The second color is that of their holes. */
export const filledCamera = (color: string, hole: string): string =>
  svg(
    24,
    24,
    `<path d='M4.500 7.500h3l1.400-2.200h6.200l1.400 2.200h3A1.500 1.500 0 0 1 21 9v9a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 18V9a1.500 1.500 0 0 1 1.500-1.500z' fill='${color}'/><circle cx='12' cy='13.200' r='3.600' fill='${hole}'/><circle cx='12' cy='13.200' r='2' fill='${color}'/>`,
  )

export const filledPhotos = (color: string, hole: string): string =>
  svg(
    24,
    24,
    `<rect x='3' y='4.500' width='18' height='15' rx='2' fill='${color}'/><circle cx='8.500' cy='9.500' r='1.700' fill='${hole}'/><path d='M5 17l4.300-4.600 3 2.800 3.500-3.900L19.500 17z' fill='${hole}'/>`,
  )

export const filledPin = (color: string, hole: string): string =>
  svg(
    24,
    24,
    `<path d='M12 21.500c4.800-5.300 7.200-8.900 7.200-12a7.200 7.200 0 1 0-14.400 0c0 3.100 2.400 6.700 7.200 12z' fill='${color}'/><circle cx='12' cy='9.500' r='2.600' fill='${hole}'/>`,
  )

const lines = (body: string, width?: number) => {
  return (color: string): string => svg(24, 24, `<g ${stroke(color, width)}>${body}</g>`)
}

/** Icons of the bars above and below the chat. */
export const back = lines(`<path d='M15 4.500L7.500 12l7.500 7.500'/>`, 2)
export const magnifier = lines(
  `<circle cx='10.500' cy='10.500' r='6.200'/><path d='M15.200 15.200L20.500 20.500'/>`,
)
export const bars = lines(`<path d='M4 6.500h16M4 12h16M4 17.500h16'/>`)
export const plus = lines(`<path d='M12 4.500v15M4.500 12h15'/>`)
export const camera = lines(
  `<path d='M4 8.500h3.200l1.600-2.500h6.400l1.600 2.500H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9.500a1 1 0 0 1 1-1z'/><circle cx='12' cy='13.300' r='3.400'/>`,
)
export const photos = lines(
  `<rect x='3.500' y='4.500' width='17' height='15' rx='2'/><circle cx='9' cy='10' r='1.600'/><path d='M4 17l4.500-4 3.500 3 3.500-3.500 5 4.500'/>`,
)
export const smile = lines(
  `<circle cx='12' cy='12' r='8.500'/><path d='M8 13.800c1.800 3 6.200 3 8 0M9 9.300v.6M15 9.300v.6'/>`,
)
export const microphone = lines(
  `<rect x='9' y='3.500' width='6' height='11' rx='3'/><path d='M5.500 11.500c0 8 13 8 13 0M12 17.500v3'/>`,
)
export const chevron = lines(`<path d='M9 5l7 7-7 7'/>`, 2)

/** The triangle beside the text of a rich menu's bar. */
export const triangle = (color: string, down: boolean): string =>
  svg(10, 10, `<path d='${down ? 'M0 2h10L5 8z' : 'M0 8h10L5 2z'}' fill='${color}'/>`)

export const paper = (color: string): string =>
  svg(
    24,
    24,
    `<g ${stroke(color)}><path d='M6 3.500h8l4.500 4.500v12.500H6z'/><path d='M14 3.500V8h4.500'/></g>`,
  )

export const keyboard = (color: string): string =>
  svg(
    24,
    24,
    `<g ${stroke(color)}><rect x='3' y='6' width='18' height='12' rx='2'/><path d='M6.500 9.500h.01M10 9.500h.01M13.500 9.500h.01M17 9.500h.01M6.500 12.300h.01M10 12.300h.01M13.500 12.300h.01M17 12.300h.01M8.500 15h7'/></g>`,
  )

export const ticket = (color: string): string =>
  svg(
    48,
    48,
    `<g ${stroke(color, 2.6)}><path d='M7 14h34v7a3.500 3.500 0 0 0 0 7v7H7v-7a3.500 3.500 0 0 0 0-7z'/><path d='M29 15v3M29 22.500v3M29 30.500v3'/></g>`,
  )

/** A map with a pin in the middle. */
export const map: string = svg(
  260,
  130,
  `<rect width='260' height='130' fill='#e9ecdf'/><path d='M0 92c60-14 120 6 260-22v60H0z' fill='#cfe3c0'/><path d='M178 0c8 34 46 44 82 40V0z' fill='#b9d9ee'/>` +
    `<g fill='none' stroke='#fff'><path d='M-5 64L150 36 265 62' stroke-width='9'/><path d='M62-5l26 140M196-5l-34 140' stroke-width='7'/><path d='M-5 26l140-18M-5 104l270-14M20 132L10 30M226 132l16-90' stroke-width='4'/></g>` +
    `<g fill='none' stroke='#f6d776'><path d='M-5 64L150 36 265 62' stroke-width='5'/></g>` +
    `<ellipse cx='130' cy='83' rx='9' ry='3' fill='#0003'/><path d='M130 82c10-13 15-20 15-28a15 15 0 1 0-30 0c0 8 5 15 15 28z' fill='#ee3e33'/><circle cx='130' cy='54' r='5.500' fill='#fff'/>`,
)

/** The tail of a bubble, pointing to the left. */
export const tail = (color: string, own: boolean): string =>
  svg(
    16,
    14,
    `<path ${own ? "transform='translate(16 0) scale(-1 1)' " : ''}d='M1 1.200C3.800 5.400 7 6.600 9.500 4.800L16 2v12c-6.200 0-13.500-3.500-15.900-11.800C0 1.400.6.700 1 1.200z' fill='${color}'/>`,
  )
