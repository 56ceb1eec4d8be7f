/** What is wrong with an address. */
import { limits } from '../spec/limits.js'
import { closest, counted, either, quoted } from './names.js'
import type { Finding } from './problem.js'
import { encoded, refusedLinkFile, type UrlKind, urlKinds, wrongExtension } from './url-kinds.js'

const wellEncoded = new RegExp(`^${encoded}$`)
/** Not blanks and control characters: no refusal of the others is known, though some phones do not open such an address. */
const beyondAscii = /[^\p{ASCII}\p{Z}\p{Cc}\p{Cs}]/gu
const apk = new RegExp(refusedLinkFile)
const scheme = /^([a-z][a-z0-9+.-]*):/i
const documentation = 'docs/messaging-api/development-guidelines/'

const linkSchemes = ['http', 'https', 'line', 'tel']
const neverSchemes = ['javascript', 'data', 'file', 'ftp', 'vbscript', 'blob', 'about']

/** Problems of an address from which LINE loads media. */
export function mediaUrlFindings(given: string, kind: UrlKind): Finding[] {
  const findings = common(given, limits.url.media)
  const url = given.trim()
  if (url === '' || isHuge(url, limits.url.media)) return findings
  const name = scheme.exec(url)?.[1]?.toLowerCase()
  if (name !== 'https') {
    findings.push(wrongScheme(url, name, ['https'], 'LINE loads media by https'))
    return findings
  }
  const host = hostOf(url)
  if (host === undefined)
    findings.push({ code: 'bad_url', message: `${quoted(url)} has no host`, actual: url })
  else findings.push(...hostFindings(url, host))
  const extension = wrongExtension(url, kind)
  if (extension !== undefined) findings.push(ofExtension(url, extension, urlKinds[kind].takes))
  return findings
}

/**
 * Problems of an address that a tap opens.
 *
 * @param lenient - a scheme that LINE's reference does not name is only a warning there
 */
export function linkFindings(given: string, lenient: boolean): Finding[] {
  const findings = common(given, limits.url.link)
  const url = given.trim()
  if (url === '' || isHuge(url, limits.url.link)) return findings
  const name = scheme.exec(url)?.[1]?.toLowerCase()
  if (name === undefined || neverSchemes.includes(name))
    findings.push(wrongScheme(url, name, linkSchemes, 'a tap opens'))
  else if (name === 'line') findings.push(lineScheme(url))
  else if (name === 'http' || name === 'https') {
    if (hostOf(url) === undefined)
      findings.push({ code: 'bad_url', message: `${quoted(url)} has no host`, actual: url })
    if (apk.test(url)) findings.push(ofExtension(url, 'apk', 'a page with a link to it'))
  } else if (!linkSchemes.includes(name))
    findings.push({
      ...wrongScheme(url, name, linkSchemes, 'a tap opens'),
      // LINE's pages contradict each other about mailto, and bots use it in all places.
      severity: lenient || name === 'mailto' ? 'warning' : 'error',
    })
  return findings
}

const ofExtension = (url: string, extension: string, takes: string): Finding => ({
  code: 'wrong_extension',
  severity: 'warning',
  message: `${quoted(url)} ends in .${extension}, another kind of file; LINE takes ${takes} here`,
  actual: url,
})

/** Not looked at any closer: patterns overflow the stack on megabytes. */
const isHuge = (url: string, max: number) => url.length > max * 10

function common(url: string, max: number): Finding[] {
  const findings: Finding[] = []
  const trimmed = url.trim()
  if (trimmed === '')
    return [
      {
        code: 'empty',
        message: `the address is ${url === '' ? 'empty' : 'only blanks'}`,
        actual: 0,
        limit: 1,
        unit: 'utf16',
      },
    ]
  if (url.length > max)
    findings.push({
      code: 'too_long',
      message: `the address has ${counted(url.length)} UTF-16 code units; at most ${counted(max)} are permitted`,
      limit: max,
      actual: url.length,
      unit: 'utf16',
    })
  if (isHuge(url, max)) return findings
  if (trimmed !== url)
    findings.push({
      code: 'not_encoded',
      message: `${quoted(url)} has a blank or line break at its ${url.startsWith(trimmed) ? 'end' : 'beginning'}; write ${quoted(encode(trimmed))}`,
      actual: url,
      docs: documentation,
    })
  else if (!wellEncoded.test(url)) {
    const open = wellEncoded.test(url.replace(beyondAscii, ''))
    findings.push({
      code: 'not_encoded',
      severity: open ? 'warning' : 'error',
      message: `${quoted(url)} has characters that ${open ? 'should' : 'must'} be percent-encoded; write ${quoted(encode(url))}`,
      actual: url,
      docs: documentation,
    })
  }
  return findings
}

/** The address with what is wrong in it encoded, and what is right left as it is. */
export function encode(url: string): string {
  const wrong = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu
  return url.replace(wrong, (character) => {
    try {
      return encodeURIComponent(character)
    } catch {
      // Half of a surrogate pair is not a character.
      return '%EF%BF%BD'
    }
  })
}

function wrongScheme(
  url: string,
  name: string | undefined,
  permitted: readonly string[],
  why: string,
): Finding {
  const near = name === undefined ? undefined : closest(name, permitted)
  const found =
    name === undefined
      ? `${quoted(url)} has no scheme`
      : `${quoted(url)} has the scheme ${quoted(name)}`
  const advice = near && name !== 'http' && near !== name ? ` (did you mean ${near}?)` : ''
  return {
    code: 'bad_scheme',
    message: `${found}; ${why} ${why.startsWith('LINE') ? 'only' : either(permitted)}${advice}`,
    limit: permitted,
    actual: name ?? '',
  }
}

function lineScheme(url: string): Finding {
  const path = url.replace(/^line:\/*/i, '')
  return {
    code: 'deprecated',
    severity: 'warning',
    message: `line: addresses no longer open everywhere; write ${quoted(`https://line.me/R/${path}`)}`,
    actual: url,
    docs: 'docs/line-login/using-line-url-scheme/',
  }
}

const hostOf = (url: string): string | undefined =>
  /^[a-z]+:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url)?.[1]

const privateHost =
  /^(?:localhost|.*\.local|.*\.localhost|.*\.internal|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|0\.0\.0\.0|\[.*\])$/i

function hostFindings(url: string, host: string): Finding[] {
  if (/^[a-z]+:\/\/[^/?#]*@/i.test(url))
    return [
      {
        code: 'private_url',
        severity: 'warning',
        message: 'the address holds a user name or password, which LINE shows to every reader',
      },
    ]
  if (privateHost.test(host) || (!host.includes('.') && host !== ''))
    return [
      {
        code: 'private_url',
        severity: 'warning',
        message: `LINE cannot load from ${quoted(host)}; it has to be reachable from the internet`,
        actual: host,
      },
    ]
  return []
}
