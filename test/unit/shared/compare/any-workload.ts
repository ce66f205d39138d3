import fc from 'fast-check'
import { WORKLOAD_LIMITS, type Workload } from '../../../../shared/compare/workload.ts'
import type { Rates } from '../../../../shared/pricing/price-schema.ts'
import { ratesOf } from '../../../../shared/pricing/rates.ts'

/** Reference 8: $0.30 / $0.075 / $0.50. */
export const mini = ratesOf({
  prompt_text_token_price: 3_000,
  cached_prompt_text_token_price: 750,
  completion_text_token_price: 5_000,
})
/** Reference 8: $1.25 / $0.20 / $2.50, everything doubled from 200,000 prompt tokens on. */
export const grok43 = ratesOf({
  prompt_text_token_price: 12_500,
  cached_prompt_text_token_price: 2_000,
  completion_text_token_price: 25_000,
  prompt_text_token_price_long_context: 25_000,
  cached_prompt_text_token_price_long_context: 4_000,
  completion_text_token_price_long_context: 50_000,
  long_context_threshold: 200_000,
})
/** Reference 8: $2 / $10, no discount for cached tokens known, no tier. */
export const grok2 = ratesOf({ prompt_text_token_price: 20_000, completion_text_token_price: 100_000 })
export const unpriced = ratesOf({ id: 'grok-unpriced' })

const rate = fc.bigInt({ min: 0n, max: 200_000n })
const rateClasses = { input: rate, cachedInput: rate, imageInput: rate, output: rate }

/** Any complete rates, with and without a tier near the prompts of `anyWorkload`. */
export const anyRates: fc.Arbitrary<Rates> = fc.record({
  ...rateClasses,
  perSource: fc.constant(null),
  longContext: fc.option(fc.record({ threshold: fc.integer({ min: 1, max: 300_000 }), ...rateClasses })),
})

export const anyWorkload: fc.Arbitrary<Workload> = fc.record(
  {
    requestsPerDay: fc.nat(WORKLOAD_LIMITS.requestsPerDay),
    promptTokens: fc.nat(WORKLOAD_LIMITS.promptTokens),
    cachedShare: fc.nat(WORKLOAD_LIMITS.cachedShare),
    images: fc.record(
      {
        count: fc.nat(WORKLOAD_LIMITS.imageCount),
        width: fc.integer({ min: 1, max: WORKLOAD_LIMITS.imageSide }),
        height: fc.integer({ min: 1, max: WORKLOAD_LIMITS.imageSide }),
        formula: fc.constantFrom('patches-32', 'tiles-448'),
      },
      { noNullPrototype: true },
    ),
    answerTokens: fc.nat(WORKLOAD_LIMITS.answerTokens),
    reasoning: fc.oneof(
      fc.record(
        { kind: fc.constant('tokens' as const), tokens: fc.nat(WORKLOAD_LIMITS.reasoningTokens) },
        { noNullPrototype: true },
      ),
      fc.record(
        { kind: fc.constant('share' as const), share: fc.nat(WORKLOAD_LIMITS.reasoningShare) },
        { noNullPrototype: true },
      ),
    ),
  },
  { noNullPrototype: true },
)
