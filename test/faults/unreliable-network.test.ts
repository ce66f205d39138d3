import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { startDemoProcess } from '../support/demo-process.ts'
import { type NetworkFault, startFaultProxy } from '../support/fault-proxy.ts'
import { faultSeed } from '../support/fault-run.ts'
import { reply } from '../support/fault-server.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { chatWith, type Outcome, SSE, summaryOf } from '../unit/electron/xai/chat-under-test.ts'
import { RECORDED_STREAMS } from '../unit/electron/xai/recorded-streams.ts'
import { closedAfterwards, failureIn, serve } from '../unit/electron/xai/wire-under-test.ts'

const IDLE = { idleMs: 400 }
/** No limit may end what only a busy computer holds up. */
const PATIENT = { idleMs: 60_000 }
const recorded = RECORDED_STREAMS['C, reasoning, usage and bill last']
if (recorded === undefined) throw new Error('no such stream')
const { sse, text, usage, finish } = recorded
const HEADERS = { ...SSE, 'content-length': String(Buffer.byteLength(sse)) }

const ended: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ended.splice(0)) await end()
})

/** The recorded answer, over TCP, through a proxy with that fault. */
async function readThrough(fault: NetworkFault, limits = PATIENT): Promise<Outcome> {
  const server = await serve((response) => reply(response, 200, sse, HEADERS))
  const proxy = closedAfterwards(await startFaultProxy(server.origin, fault, seededRandom(faultSeed)))
  return chatWith(proxy, { limits })
}

/** Bytes of an answer up to a place in its stream; its headers are about 150 bytes of them. */
const upTo = (mark: string): number => 150 + Buffer.byteLength(sse.slice(0, sse.indexOf(mark)))

describe('an answer over an unreliable network', () => {
  it.each<{ name: string; fault: NetworkFault }>([
    { name: 'latency and jitter', fault: { kind: 'latency', ms: 40, jitterMs: 60 } },
    { name: 'packets of one byte', fault: { kind: 'slicing', longest: 1 } },
    { name: 'packets of random sizes', fault: { kind: 'slicing', longest: 50 } },
    { name: 'a close that comes late', fault: { kind: 'slow-close', ms: 600 } },
  ])('is read whole through $name', async ({ fault }) => {
    const outcome = await readThrough(fault)
    expect(outcome.error).toBeNull()
    expect(summaryOf(outcome)).toMatchObject({ text, usage, finish, ends: 1 })
  })

  it.each<{ where: string; code: string; fault: NetworkFault }>([
    { where: 'before the headers', code: 'connection-lost', fault: { kind: 'reset', bytes: 0 } },
    { where: 'within the headers', code: 'connection-lost', fault: { kind: 'reset', bytes: 30 } },
    { where: 'in mid-event', code: 'cut-off', fault: { kind: 'reset', bytes: upTo('世界') } },
    {
      where: 'by a clean end in mid-event',
      code: 'cut-off',
      fault: { kind: 'truncation', bytes: upTo('世界') },
    },
  ])('reset $where is $code, and what came is kept', async ({ code, fault }) => {
    const outcome = await readThrough(fault)
    expect(failureIn(outcome.error).code).toBe(code)
    expect(summaryOf(outcome).ends).toBe(0)
    expect(text.startsWith(summaryOf(outcome).text)).toBe(true)
  })

  it.each<{ name: string; fault: NetworkFault }>([
    { name: 'a stall', fault: { kind: 'stall', bytes: upTo('世界') } },
    { name: 'a connection that is only half open', fault: { kind: 'half-open', bytes: upTo('世界') } },
  ])('$name ends at the idle limit, and what came is kept', async ({ fault }) => {
    const outcome = await readThrough(fault, IDLE)
    expect(failureIn(outcome.error)).toMatchObject({ code: 'timed-out', phase: 'idle' })
    const summary = summaryOf(outcome)
    expect(summary).toMatchObject({ ends: 0, reasoning: 'First, 考' })
    expect(text.startsWith(summary.text)).toBe(true)
  })
})

describe('a server', () => {
  const start = async () => {
    const server = await startDemoProcess({ pacing: 'believable' })
    ended.push(() => server.stop())
    const ask = (during: () => void, limits = PATIENT) => {
      let told = false
      return chatWith(
        { origin: server.baseUrl },
        {
          ...{ key: server.key, limits },
          request: { model: 'grok-4.20-non-reasoning' },
          onPart({ kind }) {
            if (kind !== 'text' || told) return
            told = true
            during()
          },
        },
      )
    }
    return { server, ask }
  }

  it('that is frozen in mid-stream ends at the idle limit, and a later one answers when it is thawed', async () => {
    const { server, ask } = await start()
    let thaw = (): void => {}
    const frozen = await ask(
      () => {
        thaw = server.freeze()
      },
      { idleMs: 3_000 },
    )
    thaw()
    expect(failureIn(frozen.error)).toMatchObject({ code: 'timed-out', phase: 'idle' })
    expect(summaryOf(frozen).text).not.toBe('')
    expect((await ask(() => {})).error).toBeNull()
  })

  it('that is killed in mid-stream is an answer cut off', async () => {
    const { server, ask } = await start()
    const outcome = await ask(server.kill)
    expect(failureIn(outcome.error).code).toBe('cut-off')
    expect(summaryOf(outcome)).toMatchObject({ ends: 0 })
    expect(summaryOf(outcome).text).not.toBe('')
  })
})

describe('a compression bomb', () => {
  it.each([
    { name: 'one line without an end', line: 'x'.repeat(1_000_000) },
    { name: 'comments without an end', line: `: ${'x'.repeat(1_000)}\n`.repeat(1_000) },
  ])('of a stream ends at a limit, in little memory', async ({ line }) => {
    const bomb = gzipSync(line.repeat(100))
    const server = await serve((response) => {
      response.writeHead(200, { ...SSE, 'content-encoding': 'gzip' })
      response.end(bomb)
    })
    // What is loaded and compiled for a first answer is not the bomb's.
    await chatWith(server)
    const before = process.memoryUsage().rss
    const outcome = await chatWith(server)
    expect(failureIn(outcome.error).code).toBe('answer-too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })
})
