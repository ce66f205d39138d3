import { describe, expect, it } from 'vitest'
import { createChangeEvents } from '../../../../electron/services/change-events.ts'
import { createLatestEvents } from '../../../../electron/services/latest-events.ts'
import { pullEvents } from '../../../../electron/services/pulled-events.ts'

function numbers(signal?: AbortSignal) {
  const waiting: number[] = []
  let left = 0
  const pulled = pullEvents(
    () => waiting.shift() ?? null,
    () => {
      left += 1
    },
    signal,
  )
  return {
    ...pulled,
    push(value: number) {
      waiting.push(value)
      pulled.serve()
    },
    timesLeft: () => left,
  }
}

describe('events for one listener', () => {
  it('come in order, to who waits and to who comes later', async () => {
    const feed = numbers()
    const first = feed.events.next()
    feed.push(1)
    feed.push(2)
    expect(await first).toEqual({ done: false, value: 1 })
    expect(await feed.events.next()).toEqual({ done: false, value: 2 })
  })

  it('end for who waits and for who asks afterwards, and say so once', async () => {
    const feed = numbers()
    const waits = feed.events.next()
    feed.close()
    feed.close()
    feed.push(1)
    expect(await waits).toEqual({ done: true, value: undefined })
    expect((await feed.events.next()).done).toBe(true)
    expect(feed.timesLeft()).toBe(1)
  })

  it('end when the loop is left', async () => {
    const feed = numbers()
    feed.push(1)
    for await (const value of feed.events) {
      expect(value).toBe(1)
      break
    }
    expect(feed.isOpen()).toBe(false)
    expect(feed.timesLeft()).toBe(1)
  })

  it('end with the signal', async () => {
    const abort = new AbortController()
    const feed = numbers(abort.signal)
    const waits = feed.events.next()
    abort.abort()
    expect((await waits).done).toBe(true)
    expect(feed.timesLeft()).toBe(1)
  })

  it.each([
    ['of any kind', () => numbers(AbortSignal.abort()).events],
    [
      'of the latest',
      () => createLatestEvents<string>((key) => key).listen(AbortSignal.abort(), () => ['known']),
    ],
    ['of the ledger', () => createChangeEvents(() => () => undefined).listen(AbortSignal.abort())],
  ])('%s never begin for a signal that was aborted before', async (_, open) => {
    expect((await open().next()).done).toBe(true)
  })
})

type Price = { model: string; ticks: number }

describe('the latest of each thing', () => {
  const prices = () => createLatestEvents<Price>(({ model }) => model)

  it('is what a slow listener gets: what is known first, then each change once, the newest', async () => {
    const events = prices()
    const heard = events.listen(undefined, () => [{ model: 'a', ticks: 1 }])
    events.publish({ model: 'b', ticks: 1 })
    events.publish({ model: 'b', ticks: 2 })
    expect((await heard.next()).value).toEqual({ model: 'a', ticks: 1 })
    expect((await heard.next()).value).toEqual({ model: 'b', ticks: 2 })
    const waits = heard.next()
    events.publish({ model: 'a', ticks: 3 })
    expect((await waits).value).toEqual({ model: 'a', ticks: 3 })
  })

  it('goes to everyone, and ends for everyone when closed, also for who comes later', async () => {
    const events = prices()
    const one = events.listen()
    const two = events.listen()
    events.publish({ model: 'a', ticks: 1 })
    expect((await one.next()).value).toEqual((await two.next()).value)
    const waits = one.next()
    events.close()
    expect((await waits).done).toBe(true)
    expect((await events.listen(undefined, () => [{ model: 'a', ticks: 1 }]).next()).done).toBe(true)
  })
})
