import { describe, expect, it } from 'vitest'
import type { ChatPart } from '../../../../electron/services/ports.ts'
import { faultSeed, howMany } from '../../../support/fault-run.ts'
import { chatWith, type Outcome, pieces } from './chat-under-test.ts'
import { bytesOf, cutRandomly, endOfEvent } from './cut-bytes.ts'
import { RECORDED_PROTOCOLS, type RecordedProtocol } from './recorded-protocols.ts'
import { otherSpellings } from './recorded-streams.ts'
import { failureIn } from './wire-under-test.ts'

const anywhere = { origin: 'http://127.0.0.1:9' }
const SEEDS = howMany('TOKENBOOK_FAULT_CUTS', { short: 120, long: 1_000 })

/** Everything that one stream said, folded by choice as a reader would see it. */
function folded({ parts }: Outcome, choices: number) {
  const usages = parts.filter((part) => part.kind === 'usage')
  const ends = parts.filter((part) => part.kind === 'end')
  return {
    said: Array.from({ length: choices }, (_, choice) => ({
      text: joined(parts, 'text', choice),
      reasoning: joined(parts, 'reasoning', choice),
      refusal: joined(parts, 'refusal', choice),
      calls: callsOf(parts, choice),
    })),
    usage: usages.at(-1)?.raw ?? null,
    ends: ends.map(({ finishReason }) => finishReason),
  }
}

function joined(parts: ChatPart[], kind: 'text' | 'reasoning' | 'refusal', choice: number): string {
  return parts.map((part) => (part.kind === kind && part.choice === choice ? part.text : '')).join('')
}

function callsOf(parts: ChatPart[], choice: number): string[] {
  const calls = new Map<number, string>()
  for (const part of parts) {
    if (part.kind !== 'tool-call' || part.choice !== choice) continue
    const head = part.id === null ? '' : `${part.id} ${part.name} `
    calls.set(part.index, `${calls.get(part.index) ?? ''}${head}${part.arguments}`)
  }
  return [...calls.values()]
}

const wholeOf = ({ said, usage, finish }: RecordedProtocol) => ({ said, usage, ends: [finish] })

/** Thousands of streams each, also on a computer that does much else. */
const limit = { timeout: 600_000 }

describe.each(Object.entries(RECORDED_PROTOCOLS))('a stream of %s', limit, (_, recorded) => {
  const { request, sse, said } = recorded
  const bytes = bytesOf(sse)
  const read = async (cut: Uint8Array[]) => chatWith(anywhere, { request, fetch: pieces(cut) })

  it('says the same in random cuts and byte by byte', async () => {
    const cuts = Array.from({ length: SEEDS }, (_, seed) => cutRandomly(bytes, faultSeed + seed))
    cuts.push(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))
    for (const cut of cuts) {
      const outcome = await read(cut)
      expect(outcome.error).toBeNull()
      expect(folded(outcome, said.length)).toEqual(wholeOf(recorded))
    }
  })

  it('says the same in every spelling that the standard allows', async () => {
    for (const [spelling, text] of Object.entries(otherSpellings(sse))) {
      for (let seed = 1; seed <= 5; seed += 1) {
        const outcome = await read(cutRandomly(bytesOf(text), seed))
        expect(outcome.error, spelling).toBeNull()
        expect(folded(outcome, said.length), spelling).toEqual(wholeOf(recorded))
      }
    }
  })

  it('ignores what comes after the end', async () => {
    const late = 'data: {"choices":[{"index":0,"delta":{"content":"LATE"}}],"completion":"LATE"}\n\n'
    const outcome = await read([bytesOf(sse + late)])
    expect(outcome.error).toBeNull()
    expect(folded(outcome, said.length)).toEqual(wholeOf(recorded))
  })

  it('is never complete before the server says so, at whatever byte it is cut', async () => {
    const endAt = endOfEvent(bytes, recorded.endMark)
    for (let length = 1; length < bytes.length; length += 1) {
      const outcome = await read([bytes.slice(0, length)])
      const { ends, said: kept } = folded(outcome, said.length)
      for (const [at, whole] of said.entries()) {
        expect(whole.text.startsWith(kept[at]?.text ?? '')).toBe(true)
        expect(whole.reasoning.startsWith(kept[at]?.reasoning ?? '')).toBe(true)
      }
      if (length >= endAt) expect([ends, kept]).toEqual([[recorded.finish], said])
      else expect([ends, failureIn(outcome.error).code]).toEqual([[], 'cut-off'])
    }
  })
})
