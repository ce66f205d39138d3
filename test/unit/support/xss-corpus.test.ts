import { describe, expect, it } from 'vitest'
import { xssCorpus } from '../../support/xss-corpus.ts'

const OUTSIDE = 'http://127.0.0.1:4711'

describe('the corpus of hostile texts', () => {
  const corpus = xssCorpus(OUTSIDE)

  it('has more than 200 texts, no two alike', () => {
    expect(corpus.length).toBeGreaterThan(200)
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length)
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
  })

  it('mostly runs code or asks the outside server, so that a page that lets it through is found out', () => {
    const telling = corpus.filter(({ text }) => text.includes('owned=1') || text.includes(OUTSIDE))
    expect(telling.length).toBeGreaterThan(200)
    expect(corpus.some(({ text }) => /OWN|LEAK/.test(text))).toBe(false)
  })
})
