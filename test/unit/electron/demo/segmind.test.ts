import { describe, expect, it } from 'vitest'
import { objectOf, post, say } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()
const body = { messages: say('Hello') }

describe('the Segmind address of the demo (reference 9)', () => {
  it('answers with credits that go down with each call', async () => {
    const api = await start()
    const key = { authorization: '', 'x-api-key': api.key }
    const answers = [await post(api, '/v1/grok-2', body, key), await post(api, '/v1/grok-2', body, key)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers.map(({ headers }) => headers.get('x-remaining-credits'))).toEqual(['99.997', '99.994'])
    expect(await answers[0]?.json()).toMatchObject({ model: 'grok-2', object: 'chat.completion' })
  })

  it('refuses a wrong key with 401 and an empty account with 406', async () => {
    const api = await start()
    const wrong = post(api, '/v1/grok-2', body, { authorization: '', 'x-api-key': 'another' })
    expect((await wrong).status).toBe(401)
    api.setKeyState({ credits: 'used-up' })
    const empty = await post(api, '/v1/grok-2', body)
    expect([empty.status, empty.headers.get('x-remaining-credits')]).toEqual([406, '0'])
    expect(await objectOf(Promise.resolve(empty))).toEqual({ error: 'Not enough credits' })
  })
})
