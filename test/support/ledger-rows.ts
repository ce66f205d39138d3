import fc from 'fast-check'
import type { ClosedRow, OpenedRow } from '../../electron/services/ledger-ports.ts'
import { costOf } from '../../shared/pricing/cost.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'

export const sampleRates: Rates = {
  ...{ input: 30_000n, cachedInput: 7_500n, imageInput: 30_000n, output: 150_000n, perSource: 250_000_000n },
  longContext: {
    threshold: 128_000,
    input: 60_000n,
    cachedInput: 15_000n,
    imageInput: 60_000n,
    output: 300_000n,
  },
}

export function sampleUsage(parts: Partial<TokenUsage> = {}): TokenUsage {
  return {
    ...{ promptTokens: 100, cachedTokens: 40, imageTokens: 0, answerTokens: 20, reasoningTokens: 5 },
    ...{ billedOutputTokens: 25, totalTokens: 125, sources: 0, serverToolCalls: 0, billed: null },
    ...parts,
  }
}

export function openedRow(id: string, parts: Partial<OpenedRow> = {}): OpenedRow {
  return {
    ...{ id, at: Date.UTC(2026, 8, 30, 12), utcOffset: 0, attemptId: id, tryNumber: 1 },
    ...{ conversationId: 'c1', messageId: 'm1', protocol: 'chat', connection: 'default', host: 'api.x.ai' },
    ...{ demo: false, key: 'xai-...b14o', askedModel: 'grok-4', rates: sampleRates, parametersHash: null },
    ...parts,
  }
}

/** A final outcome: billed to the tick of what its counts and rates give, unless told otherwise. */
export function closedRowOf(parts: Partial<ClosedRow> = {}): ClosedRow {
  const usage = parts.usage === undefined ? sampleUsage() : parts.usage
  const computed = usage && costOf(usage, sampleRates)
  const spent = computed?.total ?? 0n
  return {
    ...{ state: 'final', method: null, servedModel: 'grok-4-0709', rates: sampleRates, ratesFor: 'served' },
    ...{ usage: usage && { ...usage, billed: spent }, computed, spent, complete: true },
    difference: { ticks: 0n, reason: 'equal', proven: true },
    ...{ serviceTier: null, firstTokenMs: 250, durationMs: 1250, finishReason: 'stop', requestId: 'r1' },
    ...{ errorCode: null, quirks: [] },
    ...parts,
  }
}

const count = fc.integer({ min: 0, max: 300_000 })

/** Any outcome that the app can write. */
export const anyOutcome: fc.Arbitrary<ClosedRow> = fc
  .record({
    state: fc.constantFrom('final', 'estimated', 'rejected', 'unknown'),
    prompt: count,
    cachedPercent: fc.integer({ min: 0, max: 100 }),
    output: count,
    off: fc.bigInt({ min: -1000n, max: 1000n }),
    tier: fc.constantFrom(null, 'default', 'priority'),
    isTold: fc.boolean(),
    ms: fc.integer({ min: 0, max: 90_000 }),
    model: fc.constantFrom('grok-4-0709', 'grok-3', null),
  })
  .map(({ state, prompt, cachedPercent, output, off, tier, isTold, ms, model }) => {
    if (state === 'rejected') {
      return closedRowOf({
        state,
        usage: null,
        computed: null,
        difference: null,
        spent: 0n,
        servedModel: model,
      })
    }
    if (state === 'unknown') {
      const nothing = { usage: null, computed: null, difference: null, spent: 0n, complete: false }
      return closedRowOf({ state, ...nothing, servedModel: model })
    }
    const cachedTokens = Math.floor((prompt * cachedPercent) / 100)
    const usage = sampleUsage({
      ...{ promptTokens: prompt, cachedTokens, answerTokens: output, reasoningTokens: 0 },
      ...{ billedOutputTokens: output, totalTokens: prompt + output },
    })
    const computed = costOf(usage, sampleRates, { serviceTier: tier })
    const isBilled = isTold && state === 'final'
    const billed = isBilled ? computed.total + (computed.total > 1000n ? off : 0n) : null
    return closedRowOf({
      ...{ state, method: state === 'estimated' ? 'usage-so-far' : null, servedModel: model },
      ...{ usage: { ...usage, billed }, computed, serviceTier: tier, spent: billed ?? computed.total },
      difference:
        billed === null ? null : { ticks: billed - computed.total, reason: 'unknown', proven: false },
      ...{ firstTokenMs: ms, durationMs: ms + 400 },
    })
  })

export const anyPlace: fc.Arbitrary<Partial<OpenedRow>> = fc.record({
  at: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
  utcOffset: fc.constantFrom(-480, 0, 330, 600),
  conversationId: fc.constantFrom('c1', 'c2', null),
  key: fc.constantFrom('xai-...b14o', 'xai-...7Kq2', null),
  protocol: fc.constantFrom('chat', 'responses', 'messages'),
  connection: fc.constantFrom('default', 'other'),
})
