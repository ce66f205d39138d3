import { describe, expect, it } from 'vitest'
import type { AnswerRequest, ChatPart } from '../../electron/services/ports.ts'
import { faultSeed } from '../support/fault-run.ts'
import { answerOf, chatBench, reader } from '../support/ports/chat-bench.ts'
import { sampleConversation } from '../support/sample-conversation.ts'
import { leaves, ledgerBench } from '../unit/electron/ledger/ledger-bench.ts'
import { chatWith, pieces } from '../unit/electron/xai/chat-under-test.ts'
import { bytesOf, cutRandomly } from '../unit/electron/xai/cut-bytes.ts'
import { RECORDED_PROTOCOLS } from '../unit/electron/xai/recorded-protocols.ts'
import { RECORDED_STREAMS } from '../unit/electron/xai/recorded-streams.ts'
import { failureIn } from '../unit/electron/xai/wire-under-test.ts'

type Recorded = { name: string; request: Partial<AnswerRequest>; sse: string; endMark: string }
const streams: Recorded[] = [
  ...Object.entries(RECORDED_STREAMS).map(([name, { sse }]) => ({
    ...{ name: `era ${name}`, request: {}, sse, endMark: '"finish_reason":"' },
  })),
  ...Object.entries(RECORDED_PROTOCOLS).map(([name, recorded]) => ({ name, ...recorded })),
]

const eventsOf = (sse: string): string[] => sse.split(/(?<=\n\n)/)
const readAs = (request: Partial<AnswerRequest>, sse: string, onPart?: (part: ChatPart) => void) =>
  chatWith(
    { origin: 'http://127.0.0.1:9' },
    { request, fetch: pieces(cutRandomly(bytesOf(sse), faultSeed)), ...(onPart && { onPart }) },
  )
/** What was handed over of the answer; its end is no part of it. */
const saidIn = (parts: readonly ChatPart[]) => parts.filter(({ kind }) => kind !== 'end')

describe.each(streams)('at every event of a stream: $name', ({ request, sse, endMark }) => {
  const events = eventsOf(sse)
  const end = events.findLastIndex((event) => event.includes(endMark))

  it('one that is no JSON is named by its place, and what came before is kept', async () => {
    for (let at = 0; at <= events.length; at += 1) {
      const before = events.slice(0, at).join('')
      const kept = saidIn((await readAs(request, before)).parts)
      const spoiled = [before, ': ping\n\n', 'data: {"choi\n\n', ...events.slice(at)].join('')
      const { parts, error } = await readAs(request, spoiled)
      expect(saidIn(parts), `${at}`).toEqual(at === 0 ? [expect.objectContaining({ kind: 'headers' })] : kept)
      // After the server's last word nothing is read any more.
      if (at > end && error === null) continue
      expect(failureIn(error)).toMatchObject({
        code: 'malformed-answer',
        event: at + 1,
        serverWords: '{"choi',
      })
      expect(parts).toEqual(saidIn(parts))
    }
  })

  it('a stop hands out nothing more', async () => {
    const { parts: whole } = await readAs(request, sse)
    for (let last = 1; last < whole.length; last += 1) {
      const abort = new AbortController()
      let seen = 0
      const { parts, error } = await chatWith(
        { origin: 'http://127.0.0.1:9' },
        {
          ...{ request, signal: abort.signal, fetch: pieces([bytesOf(sse)]) },
          onPart() {
            seen += 1
            if (seen === last) abort.abort()
          },
        },
      )
      expect(parts).toEqual(whole.slice(0, last))
      expect(failureIn(error).code).toBe('stopped')
    }
  })

  it('a stop settles answer and row, and nothing that comes later changes them', async () => {
    const { parts: whole } = await readAs(request, sse)
    const { attempts, store, reader: ledger } = ledgerBench()
    const bench = chatBench({ follow: attempts.follow })
    const page = reader(bench.chat.events())
    for (let taken = 0; taken < whole.length; taken += 1) {
      await bench.send('hi')
      const call = bench.stream.last()
      call.asked.watch?.(leaves(1))
      await call.send(...whole.slice(0, taken))
      expect(bench.chat.stop()).toEqual({ stopped: true })
      const [answer, rows] = [bench.answer(), rowsOf(ledger)]
      expect(answer.attempt.state).toEqual({ kind: 'stopped' })
      expect(rows).toHaveLength(taken + 1)
      expect(['estimated', 'final']).toContain(rows.at(-1)?.state)
      await page.drain()
      await call.send(...whole.slice(taken))
      bench.time.pass(1_000)
      await call.finish()
      expect(await page.drain()).toEqual([])
      expect(bench.answer()).toEqual(answer)
      expect(answerOf(bench.store.rows() ?? sampleConversation())).toEqual(answer)
      expect(rowsOf(ledger)).toEqual(rows)
    }
    expect(store.settlePending()).toBe(0)
  })
})

function rowsOf(ledger: ReturnType<typeof ledgerBench>['reader']) {
  return ledger.after({ period: { from: null, to: null }, filter: { demo: false } }, 0, 1_000)
}
