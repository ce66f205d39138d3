import { describe, expect, it } from 'vitest'
import { imageCsv, imageJson, imageMarkdown } from '../../../../shared/catalog/image-export.ts'
import { parseImageModels } from '../../../../shared/catalog/image-model.ts'
import { parseUsd } from '../../../../shared/money/ticks.ts'

/** Default price and variants as the API of 2026 lists them (reference 2.3): ticks per image. */
const { models } = parseImageModels({
  models: [
    { id: 'image-plain', aliases: ['=cmd()'], created: 1_769_472_000, image_price: 200_000_000 },
    {
      id: 'image-variants',
      aliases: [],
      image_price: 600_000_000,
      pricing: [{ quality: 'low', resolution: '1k', price_per_image: 400_000_001 }],
    },
    { id: 'image-unpriced', aliases: ['a|b'] },
  ],
})
const given = { models, host: 'api.x.ai', demo: false, readAt: Date.UTC(2026, 10, 22) }
const lines = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))

describe('the list of image models as a file', () => {
  it('has a line for each price, in dollars and ticks that agree', () => {
    const [heads = [], ...rows] = lines(imageCsv(given))
    const [usd, ticks] = [heads.indexOf('USD per image'), heads.indexOf('Ticks per image')]
    expect(rows.map((row) => row[ticks])).toEqual(['200000000', '600000000', '400000001', ''])
    for (const row of rows.slice(0, 3)) expect(parseUsd(row[usd] ?? '')).toBe(BigInt(row[ticks] ?? '0'))
  })

  it('leaves an unknown price empty, never zero, and makes names harmless', () => {
    const unpriced = lines(imageCsv(given)).at(-1)
    expect(unpriced?.slice(5, 7)).toEqual(['', ''])
    expect(imageCsv(given)).toContain("'=cmd()")
    expect(imageMarkdown(given)).toContain('a\\|b')
    expect(imageMarkdown(given)).toMatch(/image-unpriced.*–/)
  })

  it('keeps every price as ticks in JSON, and says whose list it is', () => {
    const body = JSON.parse(imageJson(given))
    expect(body).toMatchObject({ host: 'api.x.ai', demo: false, readAt: '2026-11-22T00:00:00.000Z' })
    expect(body.models[1].pricing).toEqual([{ quality: 'low', resolution: '1k', pricePerImage: '400000001' }])
    expect(body.models[2].imagePrice).toBeNull()
  })
})
