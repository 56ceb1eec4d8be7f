/** Text in a cell of a table, in one line. */
export const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    // Files of this repository mean nothing to readers of the page.
    .replace(/[:,]? see (the )?`[\w-]+\.ts`/gi, '')
