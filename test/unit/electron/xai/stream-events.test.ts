import { describe, expect, it } from 'vitest'
import { createAnswerCleaner } from '../../../../electron/xai/answer-without-key.ts'
import { DEFAULT_LIMITS } from '../../../../electron/xai/limits.ts'
import type { OpenAnswer } from '../../../../electron/xai/open-answer.ts'
import { streamEvents } from '../../../../electron/xai/stream-events.ts'

/** An answer whose body comes as these chunks. */
function answerOf(chunks: readonly Uint8Array[]): OpenAnswer {
  const left = [...chunks]
  return {
    ...{ status: 200, headers: new Headers(), redact: (text) => text, limits: DEFAULT_LIMITS },
    cleaner: createAnswerCleaner(''),
    read: async () => left.shift() ?? null,
    alive: () => {},
    readAll: async () => '',
    readBeginning: async () => '',
    close: () => {},
  }
}

/** How often the event loop came round until `stop` was called. */
function countTurns(): { turns: () => number; stop: () => void } {
  let turns = 0
  let counting = setImmediate(function next() {
    turns += 1
    counting = setImmediate(next)
  })
  return { turns: () => turns, stop: () => clearImmediate(counting) }
}

function busyFor(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

describe('a burst that comes as one chunk', () => {
  const data = Array.from({ length: 3_000 }, (_, number) => `{"n":${number},"text":"${'héé🎉'.repeat(9)}"}`)
  const body = Buffer.from(`${data.map((one) => `data: ${one}\n\n`).join('')}data: [DONE]\n\n`)

  it('is read whole, in turns that others can pass between', async () => {
    const loop = countTurns()
    const read: string[] = []
    for await (const events of streamEvents(answerOf([body]), () => {})) {
      read.push(...events.map((event) => event.data))
      busyFor(1)
    }
    loop.stop()
    expect(read).toEqual(data)
    // More than a quarter of a megabyte, so more than 32 ms of work: each turn ends after about 8 of them.
    expect(body.length).toBeGreaterThan(256 * 1024)
    expect(loop.turns()).toBeGreaterThanOrEqual(3)
  })
})
