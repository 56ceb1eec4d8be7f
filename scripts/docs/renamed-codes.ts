/** Codes of errors that have another name than in version 0.1.0, by error class: `[old, new]`. Codes of problems are never renamed. */
export const renamedCodes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'PngError, PngProblem': [
    ['bad_font', 'font_invalid'],
    ['bad_option', 'option_invalid'],
    ['missing_glyphs', 'glyphs_missing'],
    ['missing_image', 'image_missing'],
    ['missing_peer', 'peer_missing'],
    ['no_process', 'process_unavailable'],
    ['not_drawn', 'drawing_failed'],
    ['too_large', 'png_too_large'],
  ],
}
