import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../../electron/services/answer-progress.ts'
import { createAnswer } from '../../../../electron/services/chat-answer.ts'
import { pendingAnswer } from '../../../../electron/services/chat-rows.ts'
import { closedRow } from '../../../../electron/services/closed-row.ts'
import { estimatedUsage } from '../../../../electron/services/estimated-usage.ts'
import type { ChatPart } from '../../../../electron/services/ports.ts'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import { estimateTokens } from '../../../../shared/estimate/estimate-tokens.ts'
import { sampleRates } from '../../../support/ledger-rows.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { sampleTarget } from '../../../support/ports/sample-target.ts'

const SAID = 'An answer of more than one token, which nobody has counted yet.'
const said: ChatPart = { kind: 'text', choice: 0, text: SAID }
const usage = (raw: object): ChatPart => ({ kind: 'usage', raw })
/** What Messages tells first (reference 6.1): all of its input, and an output of which nothing is there yet. */
const inputOnly = usage({ input_tokens: 9, cache_read_input_tokens: 100, output_tokens: 0 })
const chunk = (completion: number) => usage({ prompt_tokens: 109, completion_tokens: completion })

function answerTo(protocol: Protocol, rates = sampleRates) {
  const { clock } = manualTime(0)
  const asked = { id: 'm', requestId: 'r', model: 'grok-4', target: sampleTarget(), rates, at: 0 }
  const answer = createAnswer(pendingAnswer(asked), {
    clock,
    protocol,
    ratesFor: () => ({ rates, ratesFor: 'asked' }),
  })
  return {
    ...answer,
    after: (...parts: ChatPart[]) => {
      for (const part of parts) answer.accept(part)
      return answer
    },
  }
}

const rowOf = ({ attempt, text, reasoning }: ReturnType<ReturnType<typeof answerTo>['message']>) =>
  closedRow(
    attempt,
    { estimate: () => estimatedUsage({ prompt: 500, images: 0 }, text, reasoning), isAccepted: false },
    [],
  )

const progressAfter = (protocol: Protocol, ...parts: ChatPart[]) =>
  progressOf({
    message: answerTo(protocol)
      .after(...parts)
      .message(),
    promptTokens: 50,
    elapsedMs: 1,
  })

/** Of a prompt of 109 tokens, 100 of them cached, and of that many tokens of an answer, in ticks. */
const costWith = (output: number) => 9n * 30_000n + 100n * 7_500n + BigInt(output) * 150_000n

describe('usage that was told before the text', () => {
  const written = estimateTokens(SAID)

  it('counts none of it: while the answer grows its tokens are estimated, its prompt is the told one', () => {
    const { tokens, cost } = progressAfter('messages', inputOnly, said)
    expect(tokens).toEqual({ count: written, exact: false })
    expect(cost).toEqual({ ticks: costWith(written), exact: false })
  })

  it.each(['stopped', 'failed'] as const)('is no cost of an answer that %s', (how) => {
    const answer = answerTo('messages').after(inputOnly, said)
    const failure = { code: 'connection-lost' as const, status: null, requestId: null, serverWords: null }
    const ending =
      how === 'stopped'
        ? ({ kind: 'stopped' } as const)
        : ({ kind: 'failed', failure: { ...failure, retryAfterMs: null, phase: null } } as const)
    const message = answer.settle(ending)
    expect(message.attempt.computed).toMatchObject({ total: costWith(0), complete: false })
    expect(rowOf(message)).toMatchObject({
      ...{ state: 'estimated', method: 'text-estimate', spent: costWith(written), complete: true },
      usage: { promptTokens: 109, cachedTokens: 100, billedOutputTokens: written, billed: null },
    })
  })

  it('holds as the last one where the server says that the answer is complete', () => {
    const end: ChatPart = { kind: 'end', finishReason: 'stop' }
    const { attempt } = answerTo('chat').after(chunk(7), said, end).settle({ kind: 'ran-out' })
    expect(attempt.usage).toMatchObject({ promptTokens: 109, billedOutputTokens: 7 })
    expect(attempt.computed?.complete).toBe(true)
  })
})

describe('usage that was told behind the text', () => {
  it('is exact at every chunk, and used as far as it goes after a stop', () => {
    expect(progressAfter('chat', said, chunk(3))).toMatchObject({ tokens: { count: 3, exact: true } })
    const message = answerTo('chat').after(said, chunk(3)).settle({ kind: 'stopped' })
    expect(rowOf(message)).toMatchObject({ method: 'usage-so-far', usage: { billedOutputTokens: 3 } })
  })
})

describe('the cost of an answer so far', () => {
  it('is not known, not zero, while nothing of it can be counted', () => {
    const message = answerTo('chat').message()
    expect(progressOf({ message, promptTokens: 0, elapsedMs: 1 }).cost).toBeNull()
  })

  it('is zero where everything that was used costs nothing', () => {
    const free = { ...sampleRates, input: 0n, output: 0n }
    const message = answerTo('chat', free).after(said).message()
    expect(progressOf({ message, promptTokens: 5, elapsedMs: 1 }).cost?.ticks).toBe(0n)
  })
})
