/** The page about operations names everything that telemetry and health checks report. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attribute, metricTable, spanNames } from '../../src/telemetry/names.js'

const page = readFileSync('docs/operations.md', 'utf8')

/** Rows of the table whose first column has this heading; each cell without its quotes. */
function table(heading: string): string[][] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `))
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

describe('docs/operations.md', () => {
  it('lists all spans with their kinds', () => {
    expect(table('Span').map(([name, kind]) => [name, kind])).toEqual(Object.entries(spanNames))
  })

  it('lists all attributes', () => {
    const names = table('Attribute').map(([name]) => name)
    expect(names.sort()).toEqual(Object.values(attribute).sort())
  })

  it('lists all metrics with their kinds and descriptions', () => {
    expect(table('Metric')).toEqual(
      Object.values(metricTable).map(([kind, name, , description]) => [name, kind, description]),
    )
  })

  it('lists all reasons of a health check', () => {
    const source = readFileSync('src/health/reasons.ts', 'utf8')
    const codes = new Set([...source.matchAll(/code: '(\w+)'/g)].map(([, code]) => code))
    expect(new Set(table('Reason').map(([code]) => code))).toEqual(codes)
  })

  it('warns of alarms on metrics that exist', () => {
    const names: string[] = Object.values(metricTable).map(([, name]) => name)
    const alarms = table('Alarm').flatMap(([alarm]) => alarm!.match(/fukidashi\.[\w.]+/g) ?? [])
    expect(alarms.length).toBeGreaterThan(0)
    for (const alarm of alarms) expect(names).toContain(alarm)
  })
})
