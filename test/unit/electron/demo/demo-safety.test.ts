import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type DemoApi, startDemoApi } from '../../../../electron/demo/demo-api.ts'
import { chat, get, post } from './demo-client.ts'
import { demoPerTest } from './demo-per-test.ts'

const start = demoPerTest()

/** `fetch` does not let a caller choose the Host header. */
function statusFor(api: DemoApi, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${api.key}` }
    const sent = request({ host: '127.0.0.1', port: api.port, path: '/v1/models', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the demo server', () => {
  it('answers under its own name only, which stops DNS rebinding', async () => {
    const api = await start()
    expect(await statusFor(api, `127.0.0.1:${api.port}`)).toBe(200)
    expect(await statusFor(api, `localhost:${api.port}`)).toBe(200)
    for (const host of [
      'evil.example',
      `evil.example:${api.port}`,
      '127.0.0.1',
      `127.0.0.1.evil:${api.port}`,
    ]) {
      expect([host, await statusFor(api, host)]).toEqual([host, 421])
    }
  })

  it('listens on the loopback address with a key that is new each time', async () => {
    const [one, other] = [await start(), await start()]
    expect(one.baseUrl).toBe(`http://127.0.0.1:${one.port}`)
    expect(one.key).not.toBe(other.key)
    expect(one.key.length).toBeGreaterThanOrEqual(32)
    expect((await get(one, '/v1/models', { authorization: `Bearer ${other.key}` })).status).toBe(400)
  })

  it('lets no web page read it', async () => {
    const answer = await get(await start(), '/v1/models', { origin: 'https://evil.example' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('refuses a body above the limit', async () => {
    const api = await start({ maxBodyBytes: 1_000 })
    expect((await post(api, '/v1/tokenize-text', { model: 'grok-4.7', text: 'x'.repeat(900) })).status).toBe(
      200,
    )
    expect(
      (await post(api, '/v1/tokenize-text', { model: 'grok-4.7', text: 'x'.repeat(1_000) })).status,
    ).toBe(413)
  })

  it('survives a client that sends half a request and goes', async () => {
    const api = await start()
    await new Promise<void>((resolve) => {
      const socket = connect(api.port, '127.0.0.1', () => {
        const host = `host: 127.0.0.1:${api.port}`
        socket.write(`POST /v1/complete HTTP/1.1\r\n${host}\r\ncontent-length: 500\r\n\r\n{"model"`)
        setTimeout(() => socket.destroy(), 30)
      })
      socket.on('close', () => resolve())
    })
    await expect.poll(() => api.requests[0]?.outcome).toBe('client-left')
    expect((await get(api, '/v1/models')).status).toBe(200)
  })

  it('records what was asked, the last 2,000 of it', async () => {
    const api = await start()
    await chat(api, { model: 'grok-4.7' })
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: { authorization: `Bearer ${api.key}` },
      body: expect.stringContaining('grok-4.7'),
      status: 200,
    })
  })

  it('records nothing unless it is told to, as in the app', async () => {
    const api = await startDemoApi({ pacing: 'none' })
    expect((await chat(api, { model: 'grok-4.7' })).status).toBe(200)
    expect(api.requests).toEqual([])
    await api.close()
  })

  it('closes at once, twice if need be, with an answer under way', async () => {
    const api = await startDemoApi({ record: true, faults: [{ kind: 'hang' }] })
    const asked = get(api, '/v1/models').catch(() => 'cut')
    await expect.poll(() => api.requests.length).toBe(1)
    await api.close()
    await api.close()
    expect(await asked).toBe('cut')
  })
})
