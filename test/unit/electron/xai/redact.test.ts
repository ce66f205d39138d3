import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../electron/xai/redact.ts'
import { CANARY } from './wire-under-test.ts'

const redact = createRedactor(CANARY)

describe('createRedactor', () => {
  it.each([
    ['as it is', CANARY],
    ['in base64', Buffer.from(CANARY).toString('base64')],
    ['in base64 after "Bearer "', Buffer.from(`Bearer ${CANARY}`).toString('base64')],
    ['in base64 as a password', Buffer.from(`me:${CANARY}`).toString('base64')],
    ['in base64url', Buffer.from(CANARY).toString('base64url')],
    ['in hex', Buffer.from(CANARY).toString('hex')],
    ['in capital hex', Buffer.from(CANARY).toString('hex').toUpperCase()],
    ['behind Bearer', `Bearer ${CANARY}`],
    ['in quotes', `key="${CANARY}",`],
  ])('removes the key %s', (_, form) => {
    const clean = redact(`Refused: ${form} is not known.`)
    expect(clean).toContain('[removed]')
    // No piece of 12 characters is left: enough to find the key again, and enough to be sure of a match.
    for (let at = 0; at + 12 <= form.length; at += 1) {
      const piece = form.slice(at, at + 12)
      if (!piece.includes('Bearer')) expect(clean.replaceAll('[removed]', '')).not.toContain(piece)
    }
  })

  it('removes a key with characters that URLs encode', () => {
    const odd = 'k+/=?& key%'
    expect(createRedactor(odd)(`?key=${encodeURIComponent(odd)}&x=1`)).toBe('?key=[removed]&x=1')
  })

  it.each([
    ['another xAI key', 'xai-0123456789abcdefXYZ'],
    ['an OpenAI key', 'sk-proj-0123456789abcdef'],
    ['a token', 'bearer abc.def-ghi'],
  ])('removes %s, though it is not ours', (_, secret) => {
    expect(redact(`saw ${secret}!`)).not.toContain(secret.slice(-8))
  })

  it.each([
    'Incorrect API key provided: sk***gA. You can obtain an API key from https://console.x.ai.',
    'The API key xai-...KwZn is disabled and cannot be used to perform requests.',
    'The model grok-4.20-0309-non-reasoning does not exist.',
  ])('leaves %j alone', (words) => {
    expect(redact(words)).toBe(words)
  })

  it('leaves no text with the key in it, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(before + CANARY + after)).not.toContain(CANARY)
      }),
    )
  })

  it('finds 12 characters of the key in a row, in any spelling, at any place, with anything between them', () => {
    const hex = Buffer.from(CANARY).toString('hex')
    const percent = hex.replaceAll(/../g, (byte) => `%${byte}`)
    const spellings = [
      { text: CANARY, length: 12 },
      { text: CANARY.toUpperCase(), length: 12 },
      { text: hex, length: 24 },
      { text: percent, length: 36 },
    ]
    const between = fc.array(fc.constantFrom('', '', ' ', '\n', '"', "','", '\u200b', '\\'), {
      minLength: 36,
    })
    const around = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.nat(),
        between,
        around,
        around,
        (spelled, at, gaps, a, b) => {
          const begin = at % (spelled.text.length - spelled.length + 1)
          const piece = [...spelled.text.slice(begin, begin + spelled.length)]
          const spread = piece.map((letter, place) => letter + (gaps[place] ?? '')).join('')
          // Other letters must not belong to it, or there would be more of the key than we ask for.
          expect(redact(`${a}–${spread}–${b}`)).toContain('[removed]')
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
