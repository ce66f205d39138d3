import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../../electron/demo/fault.ts'
import { chat, get, listOf, objectOf } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()
const LIST = '/v1/language-models'

describe('faults that replace an answer', () => {
  const cases: [Fault, number, RegExp][] = [
    [{ kind: 'wrong-key' }, 400, /Incorrect API key/],
    [{ kind: 'no-endpoint-acl' }, 403, /endpoint is denied/],
    [{ kind: 'key-disabled' }, 403, /is disabled/],
    [{ kind: 'key-blocked' }, 403, /blocked/],
    [{ kind: 'no-credits' }, 403, /credits or licenses/],
    [{ kind: 'credits-used-up' }, 403, /spending limit/],
    [{ kind: 'rate-limited', retryAfterSeconds: 7 }, 429, /Too many requests/],
    [{ kind: 'server-error' }, 500, /^\{"code":"internal"/],
    [{ kind: 'unavailable' }, 503, /temporarily unavailable/],
    [{ kind: 'html' }, 200, /^<!DOCTYPE html>/],
    [{ kind: 'html', status: 403 }, 403, /^<!DOCTYPE html>/],
    [{ kind: 'json-error-200' }, 200, /Timed out waiting for first token/],
    [{ kind: 'empty-body' }, 200, /^$/],
    [{ kind: 'redirect', to: 'http://127.0.0.1:1/elsewhere' }, 307, /^$/],
    [{ kind: 'raw', status: 418, type: 'text/plain', body: 'short and stout' }, 418, /^short and stout$/],
  ]
  it.each(cases)('%j', async (fault, status, words) => {
    const api = await start({ faults: [fault] })
    for (const answer of [await get(api, LIST), await chat(api, { model: 'grok-4.7', stream: true })]) {
      expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(words)])
    }
  })

  it('say when to try again, and where they redirect to', async () => {
    const api = await start({ faults: [{ kind: 'rate-limited', retryAfterSeconds: 7, times: 1 }] })
    expect((await get(api, LIST)).headers.get('retry-after')).toBe('7')
    api.setFaults([{ kind: 'redirect', to: 'http://127.0.0.1:1/elsewhere' }])
    expect((await get(api, LIST)).headers.get('location')).toBe('http://127.0.0.1:1/elsewhere')
  })

  it('act on their own path only and vanish after their number of times', async () => {
    const api = await start({ faults: [{ kind: 'server-error', path: '/v1/language-*', times: 2 }] })
    expect((await get(api, '/v1/models')).status).toBe(200)
    const statuses = [await get(api, LIST), await get(api, LIST), await get(api, LIST)].map(
      (one) => one.status,
    )
    expect(statuses).toEqual([500, 500, 200])
  })

  it('take turns when several are set for one path', async () => {
    const api = await start({
      faults: [
        { kind: 'server-error', times: 1 },
        { kind: 'unavailable', times: 1 },
      ],
    })
    const statuses = [await get(api, LIST), await get(api, LIST), await get(api, LIST)].map(
      (one) => one.status,
    )
    expect(statuses).toEqual([500, 503, 200])
  })

  it('can hang for ever or hang up at once', async () => {
    const api = await start({ faults: [{ kind: 'hang' }] })
    const soon = { signal: AbortSignal.timeout(150) }
    await expect(fetch(`${api.baseUrl}${LIST}`, soon)).rejects.toThrow(/aborted/)
    api.setFaults([{ kind: 'hang-up' }])
    await expect(get(api, LIST)).rejects.toThrow(/fetch failed/)
  })

  it('can send a body without end in sight and stop when nobody reads on', async () => {
    const api = await start({ faults: [{ kind: 'huge-body', bytes: 1_000_000_000 }] })
    const reader = (await get(api, LIST)).body?.getReader()
    let size = 0
    while (size < 1_000_000) size += (await reader?.read())?.value?.length ?? Number.POSITIVE_INFINITY
    await reader?.cancel()
    await expect.poll(() => api.requests[0]?.outcome).toBe('client-left')
  })
})

describe('faults that spoil a body', () => {
  it('empty a list or slip one malformed entry into it', async () => {
    const api = await start()
    const whole = await listOf(get(api, LIST), 'models')
    api.setFaults([
      { kind: 'empty-list', path: LIST, times: 1 },
      { kind: 'malformed-entry', path: '/v1/models' },
    ])
    expect(await objectOf(get(api, LIST))).toEqual({ models: [] })
    const list = await listOf(get(api, '/v1/models'), 'data')
    expect(list[1]?.['id']).toBe(4.3)
    expect(list.filter((one) => typeof one['id'] === 'string')).toHaveLength(whole.length + 2)
  })

  it('truncate JSON without breaking the connection', async () => {
    const api = await start({ faults: [{ kind: 'truncated-json' }] })
    const text = await (await get(api, LIST)).text()
    expect(text).toMatch(/^\{"models":\[/)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  it('destroy or stall it halfway', async () => {
    const api = await start({ faults: [{ kind: 'destroy' }] })
    await expect((await get(api, LIST)).text()).rejects.toThrow(/terminated/)
    api.setFaults([{ kind: 'stall' }])
    const leaving = new AbortController()
    const stalled = await fetch(`${api.baseUrl}/v1/models`, {
      headers: { authorization: `Bearer ${api.key}` },
      signal: leaving.signal,
    })
    expect(stalled.status).toBe(200)
    const body = expect(stalled.text()).rejects.toThrow(/aborted/)
    setTimeout(() => leaving.abort(), 200)
    await body
  })

  it('delay the headers', async () => {
    const api = await start({ faults: [{ kind: 'delay', ms: 150 }] })
    const started = performance.now()
    expect((await get(api, LIST)).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThanOrEqual(145)
  })
})
