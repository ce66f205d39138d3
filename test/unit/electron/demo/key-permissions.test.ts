import { describe, expect, it } from 'vitest'
import type { DemoApi } from '../../../../electron/demo/demo-api.ts'
import type { KeyState } from '../../../../electron/demo/key-state.ts'
import { chat, get, listOf, objectOf, post } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()

const ASK: Record<string, (api: DemoApi) => Promise<Response>> = {
  models: (api) => get(api, '/v1/language-models'),
  tokenize: (api) => post(api, '/v1/tokenize-text', { model: 'grok-4.7', text: 'Hello' }),
  chat: (api) => chat(api, { model: 'grok-4.7' }),
  sample: (api) => post(api, '/v1/complete', { model: 'grok-4.7', prompt: 'Hi', max_tokens_to_sample: 5 }),
}

describe('access strings', () => {
  it.each(Object.keys(ASK))('allow %s alone', async (endpoint) => {
    const acls = [`api-key:endpoint:${endpoint}`, 'api-key:model:*']
    const api = await start({ keyState: { acls } })
    for (const [name, ask] of Object.entries(ASK)) {
      const answer = await ask(api)
      expect([name, answer.status]).toEqual([name, name === endpoint ? 200 : 403])
      if (name !== endpoint) {
        expect(await answer.json()).toMatchObject({
          code: 'permission-denied',
          error: expect.stringContaining(`Access to the ${name} endpoint is denied.`),
        })
      }
    }
    expect((await objectOf(get(api, '/v1/api-key')))['acls']).toEqual(acls)
  })

  it('name one model by any of its names: lists shrink to it, others are refused', async () => {
    const api = await start({ keyState: { acls: ['api-key:endpoint:*', 'api-key:model:grok-latest'] } })
    expect(
      (await listOf(ASK['models']?.(api) ?? Promise.reject(), 'models')).map((one) => one['id']),
    ).toEqual(['grok-4.3'])
    expect((await chat(api, { model: 'grok-4.3' })).status).toBe(200)
    expect((await chat(api, { model: 'grok-4.7' })).status).toBe(403)
    expect((await get(api, '/v1/models/grok-4.7')).status).toBe(404)
  })

  it('are all needed: without any, only the key itself can be read', async () => {
    const api = await start({ keyState: { acls: [] } })
    for (const ask of Object.values(ASK)) expect((await ask(api)).status).toBe(403)
    expect((await get(api, '/v1/api-key')).status).toBe(200)
  })

  it('were said as an unknown model in 2025', async () => {
    const acls = ['api-key:endpoint:*', 'api-key:model:grok-3']
    const answer = await chat(await start({ era: 'B', keyState: { acls } }), { model: 'grok-4' })
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { error: expect.stringContaining('does not exist or your team') },
    ])
  })
})

describe('the state of the key', () => {
  const cases: [string, Partial<KeyState>, Record<string, number>, RegExp][] = [
    ['disabled', { apiKeyDisabled: true }, { key: 403, models: 403, chat: 403 }, /is disabled/],
    ['blocked', { apiKeyBlocked: true }, { key: 403, models: 403, chat: 403 }, /currently blocked/],
    [
      'of a blocked team',
      { teamBlocked: true },
      { key: 200, models: 200, chat: 403 },
      /used all available credits/,
    ],
    [
      'without credits',
      { credits: 'never-had' },
      { key: 200, models: 200, chat: 403 },
      /any credits or licenses/,
    ],
  ]
  it.each(cases)('%s is enforced', async (_, keyState, statuses, words) => {
    const api = await start({ keyState })
    const answers = {
      key: await get(api, '/v1/api-key'),
      models: await get(api, '/v1/models'),
      chat: await chat(api, { model: 'grok-4.7' }),
    }
    const got = Object.entries(answers).map(([name, answer]) => [name, answer.status])
    expect(Object.fromEntries(got)).toEqual(statuses)
    expect(await answers.chat.text()).toMatch(words)
  })

  it('can be read by a disabled key where the switch says so', async () => {
    const api = await start({ keyState: { apiKeyDisabled: true, describesItself: true } })
    expect(await objectOf(get(api, '/v1/api-key'))).toMatchObject({ api_key_disabled: true })
    expect((await get(api, '/v1/models')).status).toBe(403)
  })

  it('said 429 for used-up credits in 2025 and says 403 today', async () => {
    const keyState = { credits: 'used-up' } as const
    expect((await chat(await start({ era: 'B', keyState }), { model: 'grok-3' })).status).toBe(429)
    expect((await chat(await start({ keyState }), { model: 'grok-4.7' })).status).toBe(403)
  })

  it('shows the last four characters of the key and never more', async () => {
    const api = await start({ key: 'xai-secret-part-b14o' })
    const text = await (await get(api, '/v1/api-key')).text()
    expect(text).toContain('"redacted_api_key":"xai-...b14o"')
    expect(text).not.toContain('secret')
    expect(await objectOf(get(api, '/v1/me'))).toMatchObject({ api_key: { redacted_api_key: 'xai-...b14o' } })
  })
})
