import { describe, expect, it } from 'vitest'
import { ByteCollector, joinBytes } from '../../src/common/bytes.js'
import { measureMemory } from '../support/memory.js'

const bytesOf = (length: number, from = 0) =>
  Uint8Array.from({ length }, (_, index) => (index + from) % 251)

describe('chunks of a body', () => {
  it.each([
    ['no chunk', []],
    ['one chunk', [10]],
    ['only empty chunks', [0, 0]],
    ['an empty chunk before and after', [0, 5, 0]],
    ['one-byte chunks', Array.from({ length: 3000 }, () => 1)],
    ['chunks that do not fit a block', [1000, 1000, 1000, 4095, 4095, 1]],
    ['large chunks', [5000, 70_000, 4096]],
    ['small and large chunks in turn', [1, 5000, 1, 5000, 3, 4096, 4095]],
  ])('come out in order: %s', (_, lengths: number[]) => {
    const collector = new ByteCollector()
    const chunks = lengths.map((length, index) => bytesOf(length, index * 7))
    for (const chunk of chunks) expect(collector.add(chunk)).toBe(true)
    const whole = collector.bytes()
    expect(Buffer.compare(whole, Buffer.concat(chunks))).toBe(0)
    expect(collector.size).toBe(whole.length)
  })

  it('are taken up to the limit, and not one byte more', () => {
    const collector = new ByteCollector(10)
    expect(collector.add(bytesOf(9))).toBe(true)
    expect(collector.add(bytesOf(1))).toBe(true)
    expect(collector.add(bytesOf(0))).toBe(true)
    expect(collector.add(bytesOf(1))).toBe(false)
    expect(collector.bytes()).toHaveLength(0)
  })

  it('are refused from the first, if it is too large', () => {
    expect(new ByteCollector(10).add(bytesOf(11))).toBe(false)
  })

  it('may be overwritten by their owner, if they are small and not the only one', () => {
    const collector = new ByteCollector()
    const reused = Uint8Array.of(1)
    collector.add(Uint8Array.of(0))
    collector.add(reused)
    reused[0] = 9
    collector.add(Uint8Array.of(2))
    expect([...collector.bytes()]).toEqual([0, 1, 2])
  })

  it('have a buffer of their own length when they are joined', () => {
    const collector = new ByteCollector()
    collector.add(bytesOf(3))
    collector.add(bytesOf(5000))
    expect(collector.bytes().buffer.byteLength).toBe(5003)
    expect(joinBytes([]).length).toBe(0)
  })

  it.each([
    ['one-byte chunks', 1_000_000, () => new Uint8Array(1)],
    ['small views of large buffers', 1_000_000, () => new Uint8Array(65_536).subarray(0, 1000)],
    ['views of large buffers', 1_000_000, () => new Uint8Array(262_144).subarray(0, 4096)],
    ['Node buffers of a shared pool', 1_000_000, () => Buffer.allocUnsafe(4095)],
  ])('take no more memory than twice their size: %s', (_, total, chunk) => {
    const collector = new ByteCollector()
    const used = measureMemory()
    while (collector.size < total) collector.add(chunk())
    expect(used()).toBeLessThan(2.5 * total)
    expect(collector.bytes().length).toBeGreaterThanOrEqual(total)
  })

  it('take no more memory than twice their size: one byte and 4 kB in turn', () => {
    const collector = new ByteCollector()
    const used = measureMemory()
    while (collector.size < 1_000_000) {
      collector.add(new Uint8Array(1))
      collector.add(new Uint8Array(4096))
    }
    expect(used()).toBeLessThan(2_500_000)
    expect(collector.size).toBeGreaterThanOrEqual(1_000_000)
  })
})
