import { describe, expect, it } from 'vitest'
import { failureOfNetwork } from '../../../../electron/xai/failure-of-network.ts'
import { createWire } from '../../../../electron/xai/wire.ts'
import type { FailureCode } from '../../../../shared/contract/failure.ts'
import { reply, reset, startFaultServer, startTcpServer } from '../../../support/fault-server.ts'
import {
  closedAfterwards,
  failureFrom,
  hurriedRetries,
  portsFor,
  serve,
  targetOf,
} from './wire-under-test.ts'

const REQUEST = { path: '/v1/models', method: 'GET' } as const
const hurried = () => createWire(portsFor(hurriedRetries))

/** As undici throws: the code is in the cause. */
const inCause = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('low'), { code }) })

describe('failureOfNetwork', () => {
  it.each<[string, FailureCode]>([
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_NAME_NOT_RESOLVED', 'host-not-found'],
    ['ERR_DNS_TIMED_OUT', 'host-not-found'],
    ['ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['ERR_ADDRESS_UNREACHABLE', 'connection-refused'],
    ['ERR_CONNECTION_RESET', 'connection-lost'],
    ['ERR_CONNECTION_CLOSED', 'connection-lost'],
    ['ERR_EMPTY_RESPONSE', 'connection-lost'],
    ['ERR_NETWORK_IO_SUSPENDED', 'slept'],
    ['ERR_NETWORK_CHANGED', 'connection-lost'],
    ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate-invalid'],
    ['ERR_CERT_DATE_INVALID', 'certificate-invalid'],
    ['ERR_SSL_PROTOCOL_ERROR', 'certificate-invalid'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy-refused'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy-refused'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy-refused'],
    ['ERR_TOO_MANY_REDIRECTS', 'redirected'],
    ['ERR_CONTENT_DECODING_FAILED', 'malformed-answer'],
    ['ERR_INVALID_HTTP_RESPONSE', 'not-the-api'],
    ['ERR_RESPONSE_HEADERS_TOO_BIG', 'answer-too-large'],
    ['ERR_UNSAFE_PORT', 'invalid-base-url'],
    ['ERR_SOMETHING_NEW', 'connection-lost'],
  ])('reads Chromium’s %s as %s', (name, code) => {
    expect(failureOfNetwork(new Error(`net::${name}`)).code).toBe(code)
  })

  it.each<[string, FailureCode]>([
    ['ENOTFOUND', 'host-not-found'],
    ['EAI_AGAIN', 'host-not-found'],
    ['ENETUNREACH', 'offline'],
    ['ECONNREFUSED', 'connection-refused'],
    ['EHOSTUNREACH', 'connection-refused'],
    ['ECONNRESET', 'connection-lost'],
    ['UND_ERR_SOCKET', 'connection-lost'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
    ['CERT_HAS_EXPIRED', 'certificate-invalid'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-invalid'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-invalid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-invalid'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate-invalid'],
    ['HPE_INVALID_CONSTANT', 'not-the-api'],
    ['UND_ERR_HEADERS_OVERFLOW', 'answer-too-large'],
    ['Z_DATA_ERROR', 'malformed-answer'],
  ])('reads Node’s %s as %s', (name, code) => {
    expect(failureOfNetwork(inCause(name)).code).toBe(code)
  })

  it('names the limit that the network stack ran into', () => {
    expect(failureOfNetwork(inCause('UND_ERR_CONNECT_TIMEOUT')).phase).toBe('connect')
    expect(failureOfNetwork(inCause('UND_ERR_HEADERS_TIMEOUT')).phase).toBe('headers')
    expect(failureOfNetwork(inCause('UND_ERR_BODY_TIMEOUT')).phase).toBe('idle')
  })

  it('looks into the attempts for each address of a host', () => {
    const parts = ['ECONNREFUSED', 'ECONNREFUSED'].map((code) => Object.assign(new Error(''), { code }))
    const error = new TypeError('fetch failed', { cause: new AggregateError(parts) })
    expect(failureOfNetwork(error).code).toBe('connection-refused')
  })

  it('ends for an error that is its own cause', () => {
    const error = new Error('loop')
    error.cause = error
    expect(failureOfNetwork(error).code).toBe('connection-lost')
    expect(failureOfNetwork('just a string').code).toBe('connection-lost')
  })
})

describe('a real connection', () => {
  it('to a port where nobody listens is refused', async () => {
    const server = await startFaultServer(() => {})
    await server.close()
    expect((await failureFrom(hurried().json(targetOf(server), REQUEST))).code).toBe('connection-refused')
  })

  it('that is reset before the headers is lost', async () => {
    const server = await serve(reset)
    expect((await failureFrom(hurried().json(targetOf(server), REQUEST))).code).toBe('connection-lost')
  })

  it('to a server without TLS has no valid certificate', async () => {
    const server = await serve((response) => reply(response, 200, {}))
    const target = { ...targetOf(server), baseUrl: server.origin.replace('http:', 'https:') }
    expect((await failureFrom(hurried().json(target, REQUEST))).code).toBe('certificate-invalid')
  })

  it('to something that does not speak HTTP is not the API', async () => {
    const server = closedAfterwards(await startTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))
    expect((await failureFrom(hurried().json(targetOf(server), REQUEST))).code).toBe('not-the-api')
  })

  it('with endless headers is too large', async () => {
    const server = closedAfterwards(
      await startTcpServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => socket.write(`x-more: ${'a'.repeat(16_000)}\r\n`), 1)
        socket.on('close', () => clearInterval(timer))
      }),
    )
    expect((await failureFrom(hurried().json(targetOf(server), REQUEST))).code).toBe('answer-too-large')
  })

  it('to a port that belongs to another protocol is never made', async () => {
    const target = targetOf({ origin: 'http://127.0.0.1:25' })
    expect((await failureFrom(hurried().json(target, REQUEST))).code).toBe('invalid-base-url')
  })

  it('whose network stack throws synchronously is a failure, not a crash', async () => {
    const ports = portsFor({
      ...hurriedRetries,
      fetch: () => {
        throw new Error('net::ERR_NETWORK_IO_SUSPENDED')
      },
    })
    const failure = await failureFrom(
      createWire(ports).json(targetOf({ origin: 'http://127.0.0.1:1' }), REQUEST),
    )
    expect(failure.code).toBe('slept')
    expect(ports.retries).toHaveLength(2)
  })
})
