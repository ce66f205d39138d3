import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatBench } from '../../../support/ports/chat-bench.ts'
import { answered, written } from './playground-bench.ts'

const page = { cursor: null, limit: 20 }

async function library(...texts: string[]) {
  const bench = await answered()
  for (const said of texts) {
    bench.services.messages.add({ ...bench.open, place: { kind: 'end' }, message: written(said) })
  }
  const find = (query: string) =>
    bench.services.conversations.search({ query, ...page }).hits.map(({ snippet }) => snippet.text)
  return { ...bench, find }
}

describe('search', () => {
  it.each([
    { query: 'quick', finds: ['The quick brown fox'] },
    { query: 'QUI', finds: ['The quick brown fox'] },
    { query: 'brown quick', finds: ['The quick brown fox'] },
    { query: '"brown quick"', finds: [] },
    { query: '"quick brown"', finds: ['The quick brown fox'] },
    { query: 'creme', finds: ['Crème brûlée'] },
    { query: '京', finds: ['我住在北京'] },
    { query: '北京', finds: ['我住在北京'] },
    { query: '京北', finds: [] },
    { query: '🎉', finds: ['party 🎉 time'] },
    { query: `it's`, finds: [`it's "quoted" * (odd)`] },
    { query: 'NEAR(', finds: [] },
  ])('for $query', async ({ query, finds }) => {
    const { find } = await library(
      ...['The quick brown fox', 'Crème brûlée', '我住在北京', 'party 🎉 time', `it's "quoted" * (odd)`],
    )
    expect(find(query)).toEqual(finds)
  })

  it('finds what was edited, and not what it was before, nor what was removed', async () => {
    const { find, services, open, idOf } = await library('old words', 'other')
    expect(find('old')).toHaveLength(1)
    services.messages.edit({ ...open, messageId: idOf('old words'), message: written('new words') })
    expect([find('old'), find('new')]).toEqual([[], ['new words']])
    services.messages.remove({ ...open, messageId: idOf('new words') })
    expect(find('new')).toEqual([])
  })

  it('finds titles first, and says where each hit is', async () => {
    const { services, open, idOf } = await library('about ticks')
    services.conversations.rename({ ...open, title: 'Ticks and <b>cents</b>' })
    const { hits } = services.conversations.search({ query: 'tick', ...page })
    expect(hits).toMatchObject([
      {
        ...open,
        messageId: null,
        snippet: { text: 'Ticks and <b>cents</b>', ranges: [{ start: 0, end: 5 }] },
      },
      { ...open, messageId: idOf('about ticks'), role: 'user' },
    ])
    services.conversations.remove(open)
    expect(services.conversations.search({ query: 'tick', ...page }).hits).toEqual([])
  })

  it('goes on where a page ended', async () => {
    const { services } = await library(...Array.from({ length: 25 }, (_, at) => `word ${at}`))
    const first = services.conversations.search({ query: 'word', cursor: null, limit: 10 })
    const second = services.conversations.search({ query: 'word', cursor: first.next, limit: 10 })
    const third = services.conversations.search({ query: 'word', cursor: second.next, limit: 10 })
    const texts = [...first.hits, ...second.hits, ...third.hits].map(({ snippet }) => snippet.text)
    expect(texts).toEqual(Array.from({ length: 25 }, (_, at) => `word ${24 - at}`))
    expect(third.next).toBeNull()
  })

  it('never throws, whatever is typed', () => {
    const { services, open } = chatBench()
    services.messages.add({ ...open, place: { kind: 'end' }, message: written('a "b" 京 🎉 AND OR NOT c*') })
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', '*', '(', ')', 'AND ', 'NOT ', '^', ':', '-', '京', '🎉', 'a', "'"),
      }),
    )
    fc.assert(fc.property(typed, (query) => void services.conversations.search({ query, ...page })))
  })
})
