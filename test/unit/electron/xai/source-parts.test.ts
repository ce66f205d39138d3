import { describe, expect, it } from 'vitest'
import { completionParts } from '../../../../electron/xai/completion-parts.ts'
import { annotationParts, citationParts, outputSourceParts } from '../../../../electron/xai/source-parts.ts'
import type { Protocol } from '../../../../shared/chat/protocol.ts'
import { demoPerTest } from '../demo/demo-per-test.ts'
import { asking, chatWith, pieces } from './chat-under-test.ts'
import { choice, chunk, done, usageOf } from './recorded-streams.ts'

const start = demoPerTest()
const A = 'https://a.example/1'
const B = 'https://b.example/2?q=ü'
const note = (url: unknown) => ({ type: 'url_citation', url, title: '1', start_index: 0, end_index: 1 })
const sources = (...urls: string[]) => [{ kind: 'sources', urls }]
const server = { origin: 'http://127.0.0.1:9' }

async function sourcesOf(sse: string, protocol: Protocol): Promise<string[]> {
  const bytes = new TextEncoder().encode(sse)
  const cut = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.slice(at * 7, at * 7 + 7))
  const { parts, error } = await chatWith(server, { fetch: pieces(cut), request: { protocol } })
  expect(error).toBeNull()
  return parts.flatMap((part) => (part.kind === 'sources' ? part.urls : []))
}

describe('the sources of an answer', () => {
  it('come with the last chunk of 2025, in the order given', async () => {
    const said = [chunk(choice({ content: 'so' })), chunk(choice({}, { finish_reason: 'stop' }))]
    const last = chunk({ choices: [], ...usageOf(3, 1), citations: [A, B] })
    expect(await sourcesOf([...said, last, done].join(''), 'chat')).toEqual([A, B])
    const onFinish = chunk({ ...choice({}, { finish_reason: 'stop' }), citations: [B] })
    expect(await sourcesOf([said[0], onFinish, done].join(''), 'chat')).toEqual([B])
  })

  it('come as annotations of a response, as they are added and once more at its end', async () => {
    const event = (type: string, fields: object) =>
      `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`
    const at = { output_index: 0, content_index: 0 }
    const content = [{ type: 'output_text', text: 'so', annotations: [note(A), note(B)] }]
    const stream = [
      event('response.output_text.delta', { ...at, delta: 'so' }),
      event('response.output_text.annotation.added', { ...at, annotation_index: 0, annotation: note(A) }),
      event('response.completed', {
        response: { id: 'r', status: 'completed', output: [{ type: 'message', content }] },
      }),
    ]
    expect(await sourcesOf(stream.join(''), 'responses')).toEqual([A, A, B])
  })

  it('come with a whole answer, in its list or as annotations of its message', () => {
    const message = { role: 'assistant', content: 'so' }
    const whole = (more: object, inMessage: object = {}) =>
      completionParts({
        choices: [{ index: 0, message: { ...message, ...inMessage }, finish_reason: 'stop' }],
        ...more,
      })?.filter(({ kind }) => kind === 'sources')
    expect(whole({ citations: [A] })).toEqual(sources(A))
    const nested = { type: 'url_citation', url_citation: { url: B, title: 'x' } }
    expect(whole({}, { annotations: [nested] })).toEqual(sources(B))
    expect(whole({ citations: null })).toEqual([])
  })

  it.each([
    ['no list', 'https://a.example'],
    ['null', null],
    ['an object', { 0: A, length: 1 }],
    ['numbers, nothing and lists', [1, null, undefined, [A], {}, { url: 7 }, '']],
    ['an address without an end', [`https://a.example/${'x'.repeat(3_000)}`]],
  ])('are none from %s', (_, hostile) => {
    expect(citationParts({ citations: hostile })).toEqual([])
    expect(annotationParts(Array.isArray(hostile) ? hostile.map(note) : hostile)).toEqual([])
    expect(
      outputSourceParts([{ content: [{ annotations: hostile }] }, { content: hostile }, hostile]),
    ).toEqual([])
  })

  it('are a hundred at most, whatever a server sends', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `https://a.example/${at}`)
    const [part] = citationParts({ citations: [null, ...many] })
    expect(part).toMatchObject({ kind: 'sources', urls: many.slice(0, 100) })
  })

  it('take what is no address as text: what becomes a link is decided where it is shown', () => {
    expect(citationParts({ citations: ['javascript:alert(1)', { url: A }] })).toEqual(
      sources('javascript:alert(1)', A),
    )
  })

  it.each(['chat', 'responses', 'deferred'] as const)('of the demo come in %s', async (protocol) => {
    const { baseUrl, key } = await start()
    const schedule = (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms >= 20_000 ? ms : 1)
      return () => clearTimeout(timer)
    }
    const request = { ...asking('grok-4.20-non-reasoning', 'Prices, with sources please'), protocol }
    const { parts, error } = await chatWith({ origin: baseUrl }, { request, key, schedule })
    expect(error).toBeNull()
    const urls = new Set(parts.flatMap((part) => (part.kind === 'sources' ? part.urls : [])))
    expect(urls.size).toBe(3)
    for (const url of urls) expect(url).toMatch(/^https:\/\/[a-z.]*example\.(com|org|net|edu)\//)
  })
})
