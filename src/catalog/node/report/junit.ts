/** The report as JUnit's XML, which most CI servers read. */
import type { Finding } from '../findings.js'
import { countErrors, placeText, type Report } from './report.js'

// XML has no control characters, not even escaped.

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')

/** A test case: a story in a locale, or a file. Warnings do not fail it. */
function testCase(name: string, classname: string, findings: readonly Finding[]): string {
  const text = (one: Finding) => `${placeText(one)} ${one.code}: ${one.path} ${one.message}`
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const failure =
    errors.length > 0
      ? `<failure message="${escapeXml(errors[0]!.message)}" type="${escapeXml(errors[0]!.code)}">${escapeXml(errors.map(text).join('\n'))}</failure>`
      : ''
  const output =
    warnings.length > 0
      ? `<system-out>${escapeXml(warnings.map(text).join('\n'))}</system-out>`
      : ''
  return `    <testcase name="${escapeXml(name)}" classname="${escapeXml(classname)}">${failure}${output}</testcase>`
}

/** Findings by what they are about. */
function grouped(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return groups
}

const keyOf = ({ story, locale, file }: Pick<Finding, 'story' | 'locale' | 'file'>): string =>
  story === undefined ? `file ${file}` : `story ${story} ${locale ?? ''}`

/** A test case for each story and locale, each JSON file, and each file that could not be loaded. */
export function junitReport({ results, files, findings }: Report): string {
  const groups = grouped(findings)
  const take = (key: string): readonly Finding[] => {
    const group = groups.get(key) ?? []
    groups.delete(key)
    return group
  }
  const cases = [
    ...results.map(({ story: { id, place }, locale }) => ({
      name: `${id} (${locale})`,
      file: place.file,
      findings: take(keyOf({ story: id, locale, file: place.file })),
    })),
    ...files.map(({ file }) => ({
      name: file,
      file,
      findings: take(keyOf({ story: undefined, locale: undefined, file })),
    })),
  ]
  for (const [first, ...rest] of groups.values())
    if (first) cases.push({ name: first.file, file: first.file, findings: [first, ...rest] })
  const failures = cases.filter((one) => countErrors(one.findings) > 0).length
  const counts = `tests="${cases.length}" failures="${failures}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="fukidashi check" ${counts}>`,
    `  <testsuite name="fukidashi check" ${counts}>`,
    ...cases.map((one) => testCase(one.name, one.file, one.findings)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}
