/**
 * Times a variant and its floor in this process, in turns of some milliseconds, so that what disturbs the machine hits both alike.
 * Prints nanoseconds a call of the variant, and their ratio to those of the floor. Started by `rounds.js`, once for each figure.
 */
import assert from 'node:assert/strict'

const [size, milliseconds, floorFile, file] = process.argv.slice(2)
const floor = (await import(floorFile))[size]
const { [size]: run, expected, inputs } = await import(file)
const given = inputs[size]

// Nothing is timed that does not give what it should.
for (const input of given) {
  const found = await run(input)
  const wanted = expected?.[size](input)
  if (wanted !== undefined) assert.deepEqual(parsed(found), parsed(wanted))
}

const turns = 16
const duration = milliseconds / turns
for (const variant of [floor, run]) await timed(variant, milliseconds * 0.7)
const figures = []
const ratios = []
for (let i = 0; i < turns; i++) {
  const least = await timed(floor, duration)
  const own = await timed(run, duration)
  figures.push(own)
  ratios.push(own / least)
}
process.stdout.write(JSON.stringify({ nanoseconds: middle(figures), ratio: middle(ratios) }))

/** Calls for some milliseconds of processor time, and gives nanoseconds of it a call. */
async function timed(variant, duration) {
  const isAsync = typeof variant(given[0])?.then === 'function'
  const before = process.cpuUsage()
  let end = performance.now() + duration
  let used = 0
  let calls = 0
  let length = 0
  do {
    // Sixteen between two looks at the clock.
    for (let i = 0; i < 16; i++) {
      const result = variant(given[calls++ % given.length])
      length += isAsync ? (await result).length : result.length
    }
    if (performance.now() < end) continue
    // Of all threads of this process, so that collecting garbage counts, and other programs do not.
    const { user, system } = process.cpuUsage(before)
    used = (user + system) / 1000
    end += duration - used
  } while (used < duration)
  assert(length > 0)
  return (used * 1e6) / calls
}

/** Garbage is collected within each turn; those at either end of the list were disturbed. */
function middle(list) {
  const sorted = list.toSorted((a, b) => a - b)
  return (sorted[turns / 2 - 1] + sorted[turns / 2]) / 2
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
