/** Versions in base URLs, so that a changed picture has a URL of its own. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import { treeOf } from '../draw/tree.js'
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'
import { canonical, shortHash } from '../wanted/hash.js'

/** What can be a part of a URL as it is. */
export const versionPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** The version that is added to the base URL. */
export function readVersion(
  { version, picture }: { version?: string | undefined; picture?: PictureSource | undefined },
  drawing: Drawing | undefined,
  compiler: ComponentHost,
): string | undefined {
  if (version === undefined) return undefined
  if (version === 'auto') return automatic(picture, drawing, compiler)
  if (typeof version === 'string' && versionPattern.test(version)) return version
  compiler.report(
    'wrong_value',
    `version is ${JSON.stringify(version)}; use up to 64 letters, digits, ".", "-" and "_", or "auto"`,
    { property: 'version' },
  )
  return undefined
}

function automatic(
  picture: PictureSource | undefined,
  drawing: Drawing | undefined,
  compiler: ComponentHost,
): string | undefined {
  const files: unknown[] = []
  const hashOf = (source: PictureSource): string => {
    if (source instanceof Uint8Array) return shortHash(source)
    files.push(source)
    return String(source)
  }
  const hash =
    picture !== undefined
      ? hashOf(picture)
      : drawing &&
        shortHash(
          canonical(
            treeOf(
              drawing,
              () => false,
              (use) => (use.kind === 'icon' ? `${use.name} ${use.color}` : hashOf(use.source)),
            ),
          ),
        )
  if (files.length === 0 && hash !== undefined) return hash
  compiler.report(
    'wrong_value',
    hash === undefined
      ? 'version is "auto", but there is no picture. Add cells or `picture`, or write a version of your own, such as version="2"'
      : `version is "auto", but the picture needs the file ${String(files[0])}, which is not read when a message is sent. Pass its bytes, or write a version of your own, such as version="2"`,
    { property: 'version' },
  )
  return undefined
}
