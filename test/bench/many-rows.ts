import type { AddedRow } from '../../electron/services/ledger-ports.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'

const MODELS = [
  'grok-4.6',
  'grok-4.5',
  'grok-4.3',
  'grok-4-0709',
  'grok-3',
  'grok-3-mini',
  'grok-code',
  'grok-2-1212',
]
const DAYS = 1_000
const FIRST_AT = Date.UTC(2026, 9, 1) - DAYS * 86_400_000
const rates: Rates = {
  ...{ input: 30_000n, cachedInput: 7_500n, imageInput: 30_000n, output: 150_000n, perSource: 0n },
  longContext: null,
}

/** Rows as nearly three years of steady work leave them; the same numbers give the same rows. */
export function manyRows(from: number, length: number): AddedRow[] {
  return Array.from({ length }, (_, index) => rowOf(from + index))
}

function rowOf(index: number): AddedRow {
  const random = (salt: number) => ((index * 2_654_435_761 + salt * 40_503) >>> 7) % 10_000
  const promptTokens = 200 + random(1) * 3
  const cachedTokens = Math.floor((promptTokens * (random(2) % 100)) / 100)
  const answerTokens = 20 + (random(3) % 1500)
  const usage = {
    ...{
      promptTokens,
      cachedTokens,
      imageTokens: 0,
      answerTokens,
      reasoningTokens: 0,
      billedOutputTokens: answerTokens,
    },
    ...{ totalTokens: promptTokens + answerTokens, sources: 0, serverToolCalls: 0 },
  }
  const computed = costOf({ ...usage, billed: null }, rates)
  const model = MODELS[random(4) % MODELS.length] ?? 'grok-3'
  const isRefused = index % 97 === 0
  return {
    ...{ id: `bench-${index}`, kind: 'request', corrects: null, state: isRefused ? 'rejected' : 'final' },
    ...{
      method: null,
      source: 'app',
      at: FIRST_AT + ((index * 7919) % (DAYS * 1440)) * 60_000,
      utcOffset: 0,
    },
    ...{
      attemptId: `bench-${index}`,
      tryNumber: 1,
      conversationId: `c${index % 5_000}`,
      messageId: `m${index}`,
    },
    ...{
      protocol: index % 5 === 0 ? 'responses' : 'chat',
      connection: 'default',
      host: 'api.x.ai',
      demo: false,
    },
    ...{ key: index % 3 === 0 ? 'xai-...b14o' : 'xai-...7Kq2', askedModel: model, servedModel: model },
    ...{ usage: isRefused ? null : { ...usage, billed: computed.total }, rates, ratesFor: 'served' },
    ...{ computed: isRefused ? null : computed, difference: null, spent: isRefused ? 0n : computed.total },
    ...{ complete: true, serviceTier: null, firstTokenMs: isRefused ? null : 200 + random(5) },
    ...{
      durationMs: 1_000 + random(5) + random(6),
      finishReason: 'stop',
      requestId: `r${index}`,
      errorCode: null,
    },
    ...{ parametersHash: null, quirks: [] },
  }
}
