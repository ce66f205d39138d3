import { afterEach, describe, expect, it } from 'vitest'
import { type DemoOptions, startDemoApi } from '../../electron/demo/demo-api.ts'
import { createWire } from '../../electron/xai/wire.ts'
import { pageOf, routerBench } from '../support/ports/router-bench.ts'

const SECRET = 'xai-canary-0123456789-b14o'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function server(options: DemoOptions = {}) {
  const api = await startDemoApi({ pacing: 'none', record: true, key: SECRET, ...options })
  closing.push(api.close)
  return api
}

/** A page in front of the real services and the real wire. Only disk and keyring are memory. */
function page() {
  const clock = { now: () => Date.now(), monotonic: () => performance.now() }
  const network = { fetch: (url: string, init: RequestInit) => fetch(url, init), clock, random: () => 0 }
  const made = routerBench({}, { wire: createWire(network), clock })
  const opened = pageOf(made)
  closing.push(opened.close, () => made.chat.shutdown())
  return opened.client
}

describe('connections over the port', () => {
  it('are added, named, given a key, used, moved and removed', async () => {
    const api = await server()
    const { connection } = page()
    const { id } = await connection.add({ name: ' Local ', service: 'xai', baseUrl: api.baseUrl })
    await connection.rename({ profile: id, name: 'Local 🗝' })
    await connection.saveKey({ key: `Bearer ${SECRET}`, keep: 'session', profile: id })
    const used = await connection.use({ profile: id })
    expect(used).toMatchObject({ kind: 'custom', active: id, key: { storage: 'session', lastFour: 'b14o' } })
    expect(used.profiles.map(({ name }) => name)).toEqual(['xAI', 'Local 🗝', 'Demo'])
    expect(await connection.moveKey({ to: 'keyring' })).toMatchObject({ key: { storage: 'keyring' } })
    expect(await connection.forgetKey({ profile: id })).toMatchObject({ kind: 'demo' })
    expect(await connection.remove({ profile: id })).toMatchObject({ active: 'default' })
    expect(JSON.stringify(used)).not.toContain(SECRET)
  })

  it('never show a key to a host it was not entered for', async () => {
    const [first, second] = [await server(), await server()]
    const { connection, catalog } = page()
    await connection.setBaseUrl({ baseUrl: first.baseUrl })
    await connection.saveKey({ key: SECRET, keep: 'strongest' })
    const moved = await connection.setBaseUrl({ baseUrl: second.baseUrl })
    expect(moved).toMatchObject({ kind: 'demo', key: { kind: 'absent' } })
    expect(moved.otherKeyHost).toBe(new URL(first.baseUrl).host)
    await catalog.read()
    expect(await connection.checkHealth()).toMatchObject({ did: 'no-key' })
    expect(second.requests).toEqual([])
  })

  it('check the key of the one in use, once a minute', async () => {
    const api = await server({ keyState: { acls: ['api-key:endpoint:chat'], teamBlocked: true } })
    const { connection } = page()
    await connection.setBaseUrl({ baseUrl: api.baseUrl })
    await connection.saveKey({ key: SECRET, keep: 'session' })
    expect(await connection.checkHealth()).toMatchObject({
      did: 'asked',
      last: { kind: 'answered', facts: { teamBlocked: true, acls: ['api-key:endpoint:chat'], me: 'read' } },
    })
    expect(await connection.checkHealth()).toMatchObject({ did: 'too-soon' })
    expect(api.requests.map(({ path }) => path).sort()).toEqual(['/v1/api-key', '/v1/me'])
  })

  it.each([
    { state: { apiKeyDisabled: true }, code: 'key-disabled' },
    { state: { apiKeyBlocked: true }, code: 'key-blocked' },
  ])('say of a refused key why: $code', async ({ state, code }) => {
    const api = await server({ keyState: state })
    const { connection } = page()
    await connection.setBaseUrl({ baseUrl: api.baseUrl })
    await connection.saveKey({ key: SECRET, keep: 'session' })
    const refused = await connection.checkHealth()
    expect(refused.last).toMatchObject({ kind: 'failed', failure: { code, status: 403 }, lastFacts: null })
    api.setKeyState({ describesItself: true })
    expect(await connection.inspectKey()).toMatchObject({
      apiKeyDisabled: code === 'key-disabled',
      apiKeyBlocked: code === 'key-blocked',
    })
  })

  it('read a key from before 2026, where /v1/me is not there', async () => {
    const api = await server({ era: 'B', keyState: { name: '', createTime: '', acls: ['', 'team:x:y'] } })
    const { connection } = page()
    await connection.setBaseUrl({ baseUrl: api.baseUrl })
    await connection.saveKey({ key: SECRET, keep: 'session' })
    const facts = await connection.inspectKey()
    expect(facts).toMatchObject({ name: '', createTime: '', acls: ['', 'team:x:y'], me: 'absent' })
  })

  it('begin their events with what is known', async () => {
    const { connection } = page()
    const events = await connection.events()
    expect((await events.next()).value).toMatchObject({ kind: 'limits', limits: { profile: 'demo' } })
    expect((await events.next()).value).toMatchObject({ kind: 'health', health: null })
    await events.return?.()
  })

  it('refuse input that is none', async () => {
    const { connection } = page()
    await expect(connection.add({ name: '  ', service: 'xai', baseUrl: null })).rejects.toThrow()
    await expect(connection.use({ profile: 'gone' })).rejects.toMatchObject({
      code: 'FAILED',
      data: { code: 'not-found' },
    })
  })
})
