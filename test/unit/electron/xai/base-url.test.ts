import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BASE_URL, parseBaseUrl } from '../../../../electron/xai/base-url.ts'

describe('parseBaseUrl', () => {
  it.each([
    [DEFAULT_BASE_URL, 'https://api.x.ai', 'api.x.ai'],
    ['  https://api.x.ai/  ', 'https://api.x.ai', 'api.x.ai'],
    ['https://api.x.ai/v1', 'https://api.x.ai', 'api.x.ai'],
    ['https://API.X.AI/v1///', 'https://api.x.ai', 'api.x.ai'],
    ['https://api.x.ai:443/', 'https://api.x.ai', 'api.x.ai'],
    ['https://proxy.example:8443', 'https://proxy.example:8443', 'proxy.example:8443'],
    ['https://10.0.0.7', 'https://10.0.0.7', '10.0.0.7'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010', '127.0.0.1:4010'],
    ['http://127.8.8.8/v1/', 'http://127.8.8.8', '127.8.8.8'],
    ['http://127.1:80', 'http://127.0.0.1', '127.0.0.1'],
    ['http://localhost:1234', 'http://localhost:1234', 'localhost:1234'],
    ['http://[::1]:1234', 'http://[::1]:1234', '[::1]:1234'],
  ])('reads %j as %s', (text, baseUrl, host) => {
    expect(parseBaseUrl(text)).toEqual({ ok: true, baseUrl, origin: baseUrl, host })
  })

  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['api.x.ai', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['ftp://api.x.ai', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://api.x.ai', 'not-encrypted'],
    ['http://127.0.0.1.evil.example', 'not-encrypted'],
    ['http://localhost.evil.example', 'not-encrypted'],
    ['http://[::2]', 'not-encrypted'],
    ['http://192.168.1.5', 'not-encrypted'],
    ['https://api.x.ai@evil.example', 'userinfo'],
    ['https://user:secret@api.x.ai', 'userinfo'],
    ['https://@api.x.ai', 'userinfo'],
    ['https://api.x.ai/?a=1', 'query'],
    ['https://api.x.ai?', 'query'],
    ['https://api.x.ai/#top', 'fragment'],
    ['https://api.x.ai#', 'fragment'],
    ['https://api.x.ai/v2', 'path'],
    ['https://gateway.example/xai/v1', 'path'],
  ])('refuses %j as %s', (text, why) => {
    expect(parseBaseUrl(text)).toEqual({ ok: false, why })
  })

  it('never throws, and reads its own answer back unchanged', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (text) => {
          const first = parseBaseUrl(text)
          if (first.ok) expect(parseBaseUrl(first.baseUrl)).toEqual(first)
        },
      ),
      { numRuns: 200 },
    )
  })
})
