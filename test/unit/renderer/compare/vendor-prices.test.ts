import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PRICE_PACKAGE } from '../../../../renderer/features/compare/price-package.ts'
import { grokReference, vendorModels } from '../../../../renderer/features/compare/vendor-prices.ts'

const at = new Date(`${PRICE_PACKAGE.date}T12:00:00Z`)
const models = vendorModels(at)

describe('the price package', () => {
  it('is the version that is named on screen', () => {
    const file = new URL(`../../../../node_modules/${PRICE_PACKAGE.name}/package.json`, import.meta.url)
    const { version } = JSON.parse(readFileSync(file, 'utf8'))
    expect(version).toBe(PRICE_PACKAGE.version)
  })

  it('gives exact rates of other vendors, tiers included', () => {
    const gpt = models.find(({ candidate }) => candidate.name === 'openai/gpt-5.4')
    expect(gpt).toMatchObject({
      vendor: 'OpenAI',
      cacheWrites: false,
      candidate: {
        source: 'reference',
        rates: {
          input: 25_000n,
          cachedInput: 2_500n,
          imageInput: null,
          output: 150_000n,
          longContext: { threshold: 272_000, input: 50_000n, cachedInput: 5_000n, output: 225_000n },
        },
      },
    })
  })

  it('says what the rates leave out', () => {
    const find = (name: string) => models.find(({ candidate }) => candidate.name === name)
    expect(find('anthropic/claude-sonnet-5')?.cacheWrites).toBe(true)
    expect(find('deepseek/deepseek-v4-pro')?.timeOfDay).toBe(true)
  })

  it('offers no model of xAI, none that is resold, and each name once', () => {
    const names = models.map(({ candidate }) => candidate.name)
    expect(names.length).toBeGreaterThan(50)
    expect(new Set(names).size).toBe(names.length)
    expect(
      names.filter((name) => name.startsWith('x-ai/') || name.startsWith('google/claude')),
    ).toStrictEqual([])
  })

  it('knows a Grok model only by its exact name', () => {
    expect(grokReference('grok-4.6', at)).toMatchObject({
      input: 20_000n,
      cachedInput: 5_000n,
      output: 60_000n,
    })
    expect(grokReference('grok-4-latest', at)).toMatchObject({ input: 30_000n, output: 150_000n })
    expect(grokReference('grok-4.6-turbo', at)).toBeNull()
    expect(grokReference('gpt-5.4', at)).toBeNull()
  })
})
