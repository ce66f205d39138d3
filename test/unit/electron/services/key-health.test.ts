import { describe, expect, it } from 'vitest'
import { createKeyHealth } from '../../../../electron/services/key-health.ts'
import { createKeyRefusals } from '../../../../electron/services/key-refusals.ts'
import { createLimits } from '../../../../electron/services/limits.ts'
import { ServiceFailure, type Target } from '../../../../electron/services/ports.ts'
import { type ConnectionEvent, Health } from '../../../../shared/contract/connection-health.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'
import type { KeyFacts } from '../../../../shared/contract/key-facts.ts'
import { sampleKeyFacts } from '../../../support/fake-rpc.ts'
import { manualTime } from '../../../support/ports/manual-time.ts'
import { memorySettings } from '../../../support/ports/memory-settings.ts'
import { demoTarget, sampleTarget } from '../../../support/ports/sample-target.ts'
import { quietHeaders } from '../../../support/ports/scripted-wire.ts'

const asked = { protocol: 'responses' as const, model: 'grok-4', turns: [], parameters: {} }
const START = 1_790_000_000_000
const disabled = new ServiceFailure(failureOf('key-disabled', { status: 403 }))

function bench() {
  const time = manualTime(START)
  const server = { target: sampleTarget(), asked: 0, answer: (): KeyFacts => sampleKeyFacts() }
  const limits = createLimits({ settings: memorySettings(), clock: time.clock })
  const refusals = createKeyRefusals()
  const health = createKeyHealth({
    connection: { target: async () => server.target, inUse: () => server.target.connection.id },
    keyFacts: {
      async inspect() {
        server.asked += 1
        return server.answer()
      },
    },
    ...{ limits, refusals },
    clock: time.clock,
  })
  const check = async () => Health.parse(await health.checkHealth())
  return { health, limits, refusals, server, time, check }
}

const secondKey = (): Target => sampleTarget({ key: 'xai-other' })

describe('the check of a key', () => {
  it('asks the server and says when it may be asked next', async () => {
    const { check, server } = bench()
    expect(await check()).toMatchObject({
      profile: 'default',
      did: 'asked',
      nextAt: START + 60_000,
      last: { kind: 'answered', checkedAt: START, facts: { name: 'everyday key' } },
    })
    expect(server.asked).toBe(1)
  })

  it('is not made twice within a minute, and gives what the last one found', async () => {
    const { check, server, time } = bench()
    await check()
    time.pass(59_999)
    expect(await check()).toMatchObject({
      did: 'too-soon',
      nextAt: START + 60_000,
      last: { kind: 'answered' },
    })
    time.pass(1)
    expect(await check()).toMatchObject({ did: 'asked' })
    expect(server.asked).toBe(2)
  })

  it('is shared by all who ask at once', async () => {
    const { check, server } = bench()
    await Promise.all([check(), check(), check()])
    expect(server.asked).toBe(1)
  })

  it('tells a refusal with the facts from before', async () => {
    const { check, server, time } = bench()
    await check()
    time.pass(60_000)
    server.answer = () => {
      throw disabled
    }
    const refused = { kind: 'failed', failure: { code: 'key-disabled' }, lastFacts: { name: 'everyday key' } }
    expect((await check()).last).toMatchObject(refused)
    time.pass(60_000)
    expect((await check()).last).toMatchObject(refused)
  })

  it('knows nothing from before of another key, and asks for it at once', async () => {
    const { check, server, health } = bench()
    await check()
    server.target = secondKey()
    health.connectionChanged({ profile: 'default', renewed: true })
    server.answer = () => {
      throw disabled
    }
    expect(await check()).toMatchObject({ did: 'asked', last: { kind: 'failed', lastFacts: null } })
  })

  it.each([
    { of: 'the demo', target: demoTarget(), did: 'no-key' },
    { of: 'Segmind, where every call costs', target: sampleTarget({ kind: 'segmind' }), did: 'no-free-call' },
  ])('is none for $of', async ({ target, did }) => {
    const { check, server } = bench()
    server.target = target
    expect(await check()).toMatchObject({ did, nextAt: null, last: null })
    expect(server.asked).toBe(0)
  })

  it('lets a bug through', async () => {
    const { health, server } = bench()
    server.answer = () => {
      throw new Error('a bug')
    }
    await expect(health.checkHealth()).rejects.toThrow('a bug')
  })
})

describe('a key that another request was refused with', () => {
  const refusing = (failure: ServiceFailure) => ({
    json: async () => {
      throw failure
    },
  })
  const models = { path: '/v1/language-models/grok-4', method: 'GET' as const }

  it('works no longer as far as anybody knows, until the next check', async () => {
    const { check, health, refusals, server, time } = bench()
    await check()
    time.pass(5_000)
    const events = health.events()
    await expect(refusals.wire(refusing(disabled)).json(server.target, models)).rejects.toBe(disabled)
    await events.next()
    const refused = {
      ...{ kind: 'failed', checkedAt: START + 5_000, by: 'GET /v1/language-models' },
      ...{ failure: { code: 'key-disabled' }, lastFacts: { name: 'everyday key' } },
    }
    expect((await events.next()).value).toMatchObject({ kind: 'health', health: refused })
    expect(await check()).toMatchObject({ did: 'too-soon', last: refused })
    time.pass(60_000)
    expect(await check()).toMatchObject({ did: 'asked', last: { kind: 'answered' } })
    expect(server.asked).toBe(2)
  })

  it('can be one that was never checked, refused by an answer', async () => {
    const { check, health, refusals, server } = bench()
    const stream = refusals.stream(async function* () {
      yield { kind: 'answer-id' as const, id: 'x' }
      throw new ServiceFailure(failureOf('wrong-key', { status: 401 }))
    })
    const request = { ...asked, signal: new AbortController().signal }
    const read = async () => {
      for await (const _part of stream(server.target, request));
    }
    await expect(read()).rejects.toThrow('wrong-key')
    const events = health.events()
    await events.next()
    expect((await events.next()).value).toMatchObject({
      health: { by: 'POST /v1/responses', lastFacts: null },
    })
    expect(await check()).toMatchObject({ did: 'asked', last: { kind: 'answered' } })
  })

  it.each([
    { what: 'a limit of requests', failure: failureOf('rate-limited'), path: '/v1/models' },
    { what: 'what many keys may not read', failure: failureOf('not-permitted'), path: '/v1/me' },
  ])('is not said for $what', async ({ failure, path }) => {
    const { check, refusals, server } = bench()
    await check()
    const wire = refusals.wire(refusing(new ServiceFailure(failure)))
    await expect(wire.json(server.target, { path, method: 'GET' })).rejects.toThrow()
    expect((await check()).last).toMatchObject({ kind: 'answered' })
  })
})

describe('the events of the connection in use', () => {
  it('begin with what is known, then tell each change', async () => {
    const { health, limits, check } = bench()
    const events = health.events()
    const next = async (): Promise<ConnectionEvent | undefined> => (await events.next()).value
    expect(await next()).toMatchObject({ kind: 'limits', limits: { ratesReadAt: null } })
    expect(await next()).toEqual({ kind: 'health', health: null, profile: 'default' })
    limits.record(sampleTarget(), { ...quietHeaders, remainingTokens: 5 })
    expect(await next()).toMatchObject({ kind: 'limits', limits: { tokens: { remaining: 5 } } })
    await check()
    expect(await next()).toMatchObject({ kind: 'health', health: { kind: 'answered' } })
  })

  it('leave out other connections, and begin anew when another is in use', async () => {
    const { health, limits, server } = bench()
    const events = health.events()
    await events.next()
    await events.next()
    const other = sampleTarget({ connection: { id: 'other', name: 'Other' } })
    limits.record(other, { ...quietHeaders, remainingTokens: 7 })
    server.target = other
    health.connectionChanged({ profile: 'other', renewed: false })
    expect((await events.next()).value).toMatchObject({
      kind: 'limits',
      limits: { profile: 'other', tokens: { remaining: 7 } },
    })
    expect((await events.next()).value).toEqual({ kind: 'health', health: null, profile: 'other' })
  })

  it('hold the latest of each kind for who does not keep up', async () => {
    const { health, limits } = bench()
    const events = health.events()
    for (let left = 100; left > 0; left -= 1) {
      limits.record(sampleTarget(), { ...quietHeaders, remainingTokens: left })
    }
    const first = [(await events.next()).value, (await events.next()).value]
    expect(first).toContainEqual(expect.objectContaining({ kind: 'health' }))
    expect(first).toContainEqual(
      expect.objectContaining({ limits: expect.objectContaining({ tokens: { limit: null, remaining: 1 } }) }),
    )
  })

  it('end when left, when the caller stops, and when all is closed', async () => {
    const { health } = bench()
    const stop = new AbortController()
    const [left, stopped, closed] = [health.events(), health.events(stop.signal), health.events()]
    for (const events of [stopped, closed]) {
      await events.next()
      await events.next()
    }
    const waiting = [stopped.next(), closed.next()]
    await left.return?.()
    stop.abort()
    health.close()
    expect(await Promise.all([left.next(), ...waiting])).toMatchObject([
      { done: true },
      { done: true },
      { done: true },
    ])
    expect((await health.events().next()).done).toBe(true)
  })
})
