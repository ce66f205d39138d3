// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TYPING_PAUSE_MS, tokenizerStoreOf } from '../../../../renderer/features/tokenizer/tokenizer-store.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import { failed, fakeRpc } from '../../../support/fake-rpc.ts'
import { sampleCount } from '../../../support/sample-count.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A store over a main process that writes down each text it is asked to count. */
function sampleStore(answer: typeof sampleCount = sampleCount) {
  const asked: string[] = []
  const client = fakeRpc({
    tokens: {
      count: ({ model, text }) => {
        asked.push(text)
        return answer(model, text)
      },
    },
  })
  const store = tokenizerStoreOf(client)
  store.offer(['grok-4.20', 'grok-3-mini'])
  return { store, asked }
}

it('asks once for twenty letters, when the pause after the last one is over', async () => {
  const { store, asked } = sampleStore()
  for (let length = 1; length <= 20; length += 1) {
    store.type('a', 'x'.repeat(length))
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS - 1)
  }
  expect(asked).toStrictEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await vi.waitFor(() => expect(store.read().a.exact.kind).toBe('counted'))
  expect(asked).toStrictEqual(['x'.repeat(20)])
})

it('asks nothing for no text', async () => {
  const { store, asked } = sampleStore()
  store.type('a', 'x')
  store.type('a', '')
  await vi.advanceTimersByTimeAsync(10 * TYPING_PAUSE_MS)
  store.count()
  await vi.advanceTimersByTimeAsync(10 * TYPING_PAUSE_MS)
  expect(asked).toStrictEqual([])
})

it('does not ask a second time for what is counted', async () => {
  const { store, asked } = sampleStore()
  store.type('a', 'x')
  store.count()
  await vi.waitFor(() => expect(store.read().a.exact.kind).toBe('counted'))
  store.count()
  await vi.advanceTimersByTimeAsync(10 * TYPING_PAUSE_MS)
  expect(asked).toStrictEqual(['x'])
})

it('does not ask by itself after a failure, only when it is told to or the model changes', async () => {
  const { store, asked } = sampleStore(() => {
    throw failed(failureOf('not-permitted'))
  })
  store.type('a', 'x')
  store.count()
  await vi.waitFor(() => expect(store.read().a.exact.kind).toBe('failed'))
  store.type('a', 'xy')
  await vi.advanceTimersByTimeAsync(10 * TYPING_PAUSE_MS)
  expect(asked).toStrictEqual(['x'])
  store.choose('a', 'grok-3-mini')
  await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS)
  await vi.waitFor(() => expect(asked).toStrictEqual(['x', 'xy']))
})

it('is one for a client', () => {
  const client = fakeRpc()
  expect(tokenizerStoreOf(client)).toBe(tokenizerStoreOf(client))
  expect(tokenizerStoreOf(fakeRpc())).not.toBe(tokenizerStoreOf(client))
})
