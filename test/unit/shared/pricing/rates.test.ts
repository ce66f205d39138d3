import { describe, expect, it } from 'vitest'
import { ratesOf } from '../../../../shared/pricing/rates.ts'
import { modelOf } from '../catalog/model-of.ts'

describe('ratesOf', () => {
  it('reads a price of 20000 as 20000 ticks per token, and the same from model and raw entry', () => {
    const entry = {
      prompt_text_token_price: 3_000,
      cached_prompt_text_token_price: 750,
      prompt_image_token_price: 4_000,
      completion_text_token_price: 5_000,
      search_price: 250_000_000,
    }
    const rates = {
      input: 3_000n,
      cachedInput: 750n,
      imageInput: 4_000n,
      output: 5_000n,
      perSource: 250_000_000n,
      longContext: null,
    }
    expect(ratesOf(entry)).toEqual(rates)
    expect(ratesOf(modelOf('a', entry))).toEqual(rates)
  })

  it.each([
    ['missing', {}],
    ['0', { cached_prompt_text_token_price: 0, prompt_image_token_price: 0 }],
  ])('prices cached and image tokens as input where their price is %s', (_, prices) => {
    expect(ratesOf({ ...prices, prompt_text_token_price: 20_000 })).toMatchObject({
      cachedInput: 20_000n,
      imageInput: 20_000n,
    })
  })

  it('knows nothing of an entry without prices: unknown is never 0', () => {
    expect(ratesOf({ id: 'a' })).toEqual({
      input: null,
      cachedInput: null,
      imageInput: null,
      output: null,
      perSource: null,
      longContext: null,
    })
  })

  it.each([-5, 1.5, 1e308, Number.NaN, 'free', null])('takes the price %j for unknown', (price) => {
    expect(ratesOf({ prompt_text_token_price: price }).input).toBeNull()
  })

  it('keeps a search price of 0, which is known (reference 1)', () => {
    expect(ratesOf({ search_price: 0 }).perSource).toBe(0n)
  })

  const long = {
    prompt_text_token_price: 12_500,
    cached_prompt_text_token_price: 2_000,
    prompt_image_token_price: 12_500,
    completion_text_token_price: 25_000,
    long_context_threshold: 128_000,
  }
  it.each([
    // Captured in August 2026 (reference 2.2).
    [
      [25_000, 4_000, 50_000],
      [25_000n, 4_000n, 25_000n, 50_000n],
    ],
    // Cached long price 0 beside others (reference 2.1, the docs of August 2026): the normal discount stays.
    [
      [25_000, 0, 50_000],
      [25_000n, 2_000n, 25_000n, 50_000n],
    ],
    [
      [0, 0, 0],
      [12_500n, 2_000n, 12_500n, 25_000n],
    ],
    [
      [undefined, undefined, 50_000],
      [12_500n, 2_000n, 12_500n, 50_000n],
    ],
  ])('gives long prices of %j the normal ones where they are 0', (prices, rates) => {
    const [input, cachedInput, imageInput, output] = rates
    expect(
      ratesOf({
        ...long,
        prompt_text_token_price_long_context: prices[0],
        cached_prompt_text_token_price_long_context: prices[1],
        completion_text_token_price_long_context: prices[2],
      }).longContext,
    ).toEqual({ threshold: 128_000, input, cachedInput, imageInput, output })
  })

  it('lets cached tokens cost the long input price where no discount is known at all', () => {
    const entry = { ...long, cached_prompt_text_token_price: 0, prompt_text_token_price_long_context: 25_000 }
    expect(ratesOf(entry).longContext?.cachedInput).toBe(25_000n)
  })

  it.each([0, undefined, null])('has no long tier where the threshold is %s', (threshold) => {
    const entry = { ...long, long_context_threshold: threshold, prompt_text_token_price_long_context: 1 }
    expect(ratesOf(entry).longContext).toBeNull()
  })
})
