import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createUpdates, type UpdatesPorts } from '../../../../electron/services/updates.ts'
import { createFetchText } from '../../../../electron/xai/fetch-text.ts'
import { memorySettings } from '../../../support/ports/memory-settings.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

type Seen = {
  method: string | undefined
  url: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

/** A releases server on this computer that answers with `body`, and what it was asked. */
async function releasesServer(body: string | object, status = 200, headers: Record<string, string> = {}) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let sent = ''
    request.on('data', (piece: Buffer) => {
      sent += piece.toString()
    })
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body: sent })
      response.writeHead(status, headers)
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => server.close())
  const { port } = server.address() as AddressInfo
  return { seen, address: `http://127.0.0.1:${port}/repos/o/n/releases/latest`, host: `127.0.0.1:${port}` }
}

function updatesAt(address: string | null, parts: Partial<UpdatesPorts> = {}) {
  const logged: unknown[] = []
  const time = { now: 1_790_000_000_000 }
  const updates = createUpdates({
    address,
    version: '0.9.1',
    fetchText: createFetchText(fetch),
    settings: memorySettings(),
    clock: { now: () => time.now },
    isDaily: () => false,
    log: { write: (...line) => void logged.push(line) },
    ...parts,
  })
  return { updates, logged, time }
}

const release = (host: string, parts: object = {}) => ({
  tag_name: 'v0.10.0',
  html_url: `https://${host}/releases/v0.10.0`,
  published_at: '2026-02-03T04:05:06Z',
  body: 'words that nobody asked for',
  ...parts,
})

describe('the check for updates', () => {
  it('sends one GET with the user agent and nothing else, and tells of a newer version', async () => {
    const server = await releasesServer('')
    const { address, host, seen } = server
    const fetchText: UpdatesPorts['fetchText'] = async (url, headers) => {
      await createFetchText(fetch)(url, headers)
      return { status: 200, text: JSON.stringify(release(host)) }
    }
    const { updates } = updatesAt(address, { fetchText })
    expect(updates.read()).toEqual({ address, version: '0.9.1', sends: 'Tokenbook/0.9.1', last: null })
    const { last } = await updates.check()
    expect(last).toMatchObject({ kind: 'newer', version: '0.10.0', link: `https://${host}/releases/v0.10.0` })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/repos/o/n/releases/latest', body: '' })
    expect(seen[0]?.headers['user-agent']).toBe('Tokenbook/0.9.1')
    for (const name of ['authorization', 'cookie', 'x-api-key', 'referer', 'origin'])
      expect(seen[0]?.headers[name]).toBeUndefined()
    expect(updates.read().last?.version).toBe('0.10.0')
  })

  it.each([
    ['0.9.1', 'current'],
    ['0.9.0', 'current'],
    ['0.8.12', 'current'],
    ['0.9.2', 'newer'],
    ['1.0.0', 'newer'],
  ])('reads %s beside 0.9.1 as %s', async (tag, kind) => {
    const { address, host } = await releasesServer('')
    const fetchText = async () => ({ status: 200, text: JSON.stringify(release(host, { tag_name: tag })) })
    expect((await updatesAt(address, { fetchText }).updates.check()).last?.kind).toBe(kind)
  })

  it.each<[string, object | string, number, string]>([
    ['no JSON', '<html>', 200, 'malformed-answer'],
    [
      'a tag that is no version',
      { tag_name: 'v1.0.0"><img>', html_url: 'https://x/' },
      200,
      'malformed-answer',
    ],
    [
      'a link to somebody else',
      { tag_name: 'v1.0.0', html_url: 'https://evil.example/x' },
      200,
      'malformed-answer',
    ],
    ['a link that is none', { tag_name: 'v1.0.0', html_url: 'javascript:alert(1)' }, 200, 'malformed-answer'],
    ['nothing there', {}, 404, 'not-found'],
    ['a server in trouble', {}, 503, 'unavailable'],
    ['more than it may be', 'x'.repeat(1_100_000), 200, 'answer-too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    const { address } = await releasesServer(body, status)
    const { updates } = updatesAt(address)
    await expect(updates.check()).rejects.toMatchObject({ failure: { code } })
    expect(updates.read().last).toBeNull()
  })

  it('follows no redirect', async () => {
    const { address } = await releasesServer('', 302, { location: 'http://127.0.0.1:1/' })
    await expect(updatesAt(address).updates.check()).rejects.toMatchObject({ name: 'ServiceFailure' })
  })

  it('takes a page of the same project only, where GitHub describes it', async () => {
    const address = 'https://api.github.com/repos/owner/name/releases/latest'
    const check = (link: string) => {
      const text = JSON.stringify({ tag_name: 'v1.0.0', html_url: link })
      return updatesAt(address, { fetchText: async () => ({ status: 200, text }) }).updates.check()
    }
    await expect(check('https://github.com/other/name/releases/tag/v1')).rejects.toThrow('malformed-answer')
    const { last } = await check('https://github.com/owner/name/releases/tag/v1.0.0')
    expect(last?.link).toBe('https://github.com/owner/name/releases/tag/v1.0.0')
  })

  it('asks nobody without an address, and by itself only once a day when that was chosen', async () => {
    const { host, address } = await releasesServer('')
    let asked = 0
    const fetchText = async () => {
      asked += 1
      return { status: 200, text: JSON.stringify(release(host)) }
    }
    await updatesAt(address, { fetchText }).updates.checkIfDue()
    await updatesAt(null, { fetchText, isDaily: () => true }).updates.checkIfDue()
    await expect(updatesAt(null).updates.check()).rejects.toThrow('not-found')
    expect(asked).toBe(0)
    const { updates, time, logged } = updatesAt(address, { fetchText, isDaily: () => true })
    await updates.checkIfDue()
    await updates.checkIfDue()
    expect(asked).toBe(1)
    time.now += 25 * 60 * 60 * 1000
    await updates.checkIfDue()
    expect(asked).toBe(2)
    expect(JSON.stringify(logged)).not.toContain(host)
  })
})
