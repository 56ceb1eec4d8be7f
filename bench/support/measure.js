/** Times one variant in this process, and prints nanoseconds a call. Started by `rounds.js`, once for each figure. */
import assert from 'node:assert/strict'

const [file, size, milliseconds] = process.argv.slice(2)
const { [size]: run, expected, inputs } = await import(file)
const given = inputs[size]

// Nothing is timed that does not give what it should.
for (const input of given) {
  const found = await run(input)
  const wanted = expected?.[size](input)
  if (wanted !== undefined) assert.deepEqual(parsed(found), parsed(wanted))
}

const slices = 8
await timed(milliseconds * 0.7)
const figures = []
for (let i = 0; i < slices; i++) figures.push(await timed(milliseconds / slices))
figures.sort((a, b) => a - b)
// Garbage is collected within each slice; those at either end of the list were disturbed.
process.stdout.write(String((figures[slices / 2 - 1] + figures[slices / 2]) / 2))

/** Calls for some milliseconds of processor time, and gives nanoseconds of it a call. */
async function timed(duration) {
  const isAsync = typeof run(given[0])?.then === 'function'
  const before = process.cpuUsage()
  let end = performance.now() + duration
  let used = 0
  let calls = 0
  let length = 0
  do {
    // Sixteen between two looks at the clock.
    for (let i = 0; i < 16; i++) {
      const result = run(given[calls++ % given.length])
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

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
