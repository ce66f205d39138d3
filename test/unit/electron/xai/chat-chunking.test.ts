import { describe, expect, it } from 'vitest'
import { faultSeed, howMany } from '../../../support/fault-run.ts'
import { reply } from '../../../support/fault-server.ts'
import { chatWith, pieces, SSE, summaryOf } from './chat-under-test.ts'
import { bytesOf, cutRandomly, endOfEvent } from './cut-bytes.ts'
import { otherSpellings, RECORDED_STREAMS } from './recorded-streams.ts'
import { failureIn, serve } from './wire-under-test.ts'

const anywhere = { origin: 'http://127.0.0.1:9' }
const SEEDS = howMany('TOKENBOOK_FAULT_CUTS', { short: 100, long: 1_000 })

/** Thousands of streams each, also on a computer that does much else. */
const limit = { timeout: 600_000 }

describe.each(Object.entries(RECORDED_STREAMS))('a stream of era %s', limit, (_, recorded) => {
  const bytes = bytesOf(recorded.sse)
  const whole = {
    text: recorded.text,
    reasoning: recorded.reasoning,
    usage: recorded.usage,
    finish: recorded.finish,
    ends: 1,
  }

  it('is read as it was sent, over a real connection', async () => {
    const server = await serve((response) => reply(response, 200, recorded.sse, SSE))
    const outcome = await chatWith(server)
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toEqual(whole)
  })

  it('is the same in random cuts and byte by byte', async () => {
    const cuts = Array.from({ length: SEEDS }, (_, at) => cutRandomly(bytes, faultSeed + at))
    cuts.push(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))
    for (const cut of cuts) {
      const outcome = await chatWith(anywhere, { fetch: pieces(cut) })
      expect(outcome.error).toBeNull()
      expect(summaryOf(outcome)).toEqual(whole)
    }
  })

  it('is the same in every spelling that the standard allows, in 10 random cuts each', async () => {
    for (const [spelling, sse] of Object.entries(otherSpellings(recorded.sse))) {
      for (let seed = 1; seed <= 10; seed += 1) {
        const outcome = await chatWith(anywhere, { fetch: pieces(cutRandomly(bytesOf(sse), seed)) })
        expect(outcome.error, spelling).toBeNull()
        expect(summaryOf(outcome), spelling).toEqual(whole)
      }
    }
  })

  it('cut off at any byte is never complete before the server says so, and what came is kept', async () => {
    const finishAt = endOfEvent(bytes, '"finish_reason"')
    for (let length = 0; length < bytes.length; length += 1) {
      const outcome = await chatWith(anywhere, { fetch: pieces([bytes.slice(0, length)]) })
      const { text, ends } = summaryOf(outcome)
      expect(recorded.text.startsWith(text)).toBe(true)
      if (length >= finishAt) {
        expect([ends, outcome.error, text]).toEqual([1, null, recorded.text])
      } else {
        expect(ends).toBe(0)
        expect(failureIn(outcome.error).code).toBe(length === 0 ? 'empty-answer' : 'cut-off')
      }
    }
  })
})

describe('characters of several bytes', () => {
  it('survive one-byte packets on a real connection', async () => {
    const { sse, text } = RECORDED_STREAMS['B, no usage'] ?? { sse: '', text: '' }
    const bytes = Buffer.from(sse)
    const server = await serve((response) => {
      response.writeHead(200, SSE)
      response.socket?.setNoDelay(true)
      let at = 0
      const more = () => {
        if (at >= bytes.length) response.end()
        else response.write(bytes.subarray(at, ++at), () => setImmediate(more))
      }
      more()
    })
    const outcome = await chatWith(server)
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome).text).toBe(text)
    expect(text).not.toContain('\uFFFD')
  })
})
