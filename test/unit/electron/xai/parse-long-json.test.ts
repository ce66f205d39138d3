import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../electron/xai/parse-json.ts'
import { parseLongJson } from '../../../../electron/xai/parse-long-json.ts'

const now = () => Promise.resolve()

describe('parseLongJson', () => {
  it('says of any JSON what parseJson says, whatever the batch', async () => {
    const anyJson = fc.oneof(
      fc.json(),
      fc.dictionary(fc.string(), fc.array(fc.jsonValue())).map((value) => JSON.stringify(value)),
    )
    await fc.assert(
      fc.asyncProperty(anyJson, fc.nat(40), async (text, batch) => {
        expect(await parseLongJson(text, now, parseJson, batch)).toStrictEqual(parseJson(text))
      }),
    )
  })

  it('says of any text what parseJson says', async () => {
    const nearlyJson = fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\"]"', '1', ' ', 'null', '"', '\\', '{"a":['),
      )
      .map((parts) => `{"a":[${parts.join('')}`)
    await fc.assert(
      fc.asyncProperty(nearlyJson, fc.nat(8), async (text, batch) => {
        expect(await parseLongJson(text, now, parseJson, batch)).toStrictEqual(parseJson(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['{"a":[1,2,]}', 'malformed'],
    ['{"a":[,1]}', 'malformed'],
    ['{"a":[1,2', 'cut'],
    ['{"a":[1,2}', 'cut'],
    ['{"a":[1 2]}', 'malformed'],
    ['{"a":["]",{"b":[1]}],"a":[3],"c":{"d":[4]}}', 'value'],
    ['{"__proto__":[1],"a":[{"__proto__":{"b":1},"constructor":{"prototype":1}}]}', 'value'],
  ])('reads %s as parseJson does: %s', async (text, kind) => {
    for (const batch of [0, 1, 2, 5, 1_000]) {
      const reading = await parseLongJson(text, now, parseJson, batch)
      expect(reading.kind).toBe(kind)
      expect(reading).toStrictEqual(parseJson(text))
    }
  })

  it('gives others their turn all through 200,000 tokens', async () => {
    const token = { token_id: 1749, string_token: ' world', token_bytes: [32, 119, 111, 114, 108, 100] }
    const text = JSON.stringify({ token_ids: Array(200_000).fill(token) })
    let turns = 0
    const reading = await parseLongJson(text, async () => {
      turns += 1
    })
    expect(turns).toBeGreaterThan(50)
    expect(reading).toMatchObject({ kind: 'value', value: { token_ids: { length: 200_000 } } })
  })
})
