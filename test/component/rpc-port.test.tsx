import { RPCHandler } from '@orpc/server/message-port'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectRpc, failureOfError } from '../../renderer/rpc.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { FakeOverrides } from '../support/fake-handlers.ts'
import { failed, fakeRouter } from '../support/fake-rpc.ts'

/** Stands in for the preload: answers the page's wish with one end of a channel whose other end is a router. */
function preload(overrides: FakeOverrides, send: (port: MessagePort) => void): void {
  const { port1, port2 } = new MessageChannel()
  const onMessage = (event: MessageEvent<unknown>) => {
    if (JSON.stringify(event.data) !== '{"kind":"tokenbook:port-wanted"}') return
    new RPCHandler(fakeRouter(overrides)).upgrade(port1)
    port1.start()
    send(port2)
  }
  window.addEventListener('message', onMessage)
  onTestFinished(() => {
    window.removeEventListener('message', onMessage)
    port1.close()
  })
}

function portMessage(port: MessagePort, source: Window | null, kind = 'tokenbook:port'): MessageEvent {
  const event = new MessageEvent('message', { data: { kind }, source })
  Object.defineProperty(event, 'ports', { value: [port] })
  return event
}

describe('the port', () => {
  it('carries calls made before it came, with money as bigint', async () => {
    preload({}, (port) => window.dispatchEvent(portMessage(port, window)))
    const catalog = await connectRpc(window).catalog.read()
    expect(catalog.models[0]?.prices.promptText).toBe(12_500n)
  })

  it('carries an expected failure as a value the page can read', async () => {
    const failure = failureOf('rate-limited', { status: 429, retryAfterMs: 2000 })
    const refresh = () => {
      throw failed(failure)
    }
    preload({ catalog: { refresh } }, (port) => window.dispatchEvent(portMessage(port, window)))
    const error = await connectRpc(window)
      .catalog.refresh()
      .catch((reason: unknown) => reason)
    expect(failureOfError(error)).toEqual(failure)
  })

  it('does not take a bug for an expected failure', async () => {
    const refresh = () => {
      throw new Error('planted')
    }
    preload({ catalog: { refresh } }, (port) => window.dispatchEvent(portMessage(port, window)))
    const error = await connectRpc(window)
      .catalog.refresh()
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(failureOfError(error)).toBeNull()
    expect(failureOfError(null)).toBeNull()
  })

  it('believes only a message of its own window with the right words', async () => {
    const stranger = new MessageChannel()
    const heard: unknown[] = []
    stranger.port1.onmessage = (event) => heard.push(event.data)
    preload({}, (port) => {
      window.dispatchEvent(portMessage(stranger.port2, null))
      window.dispatchEvent(portMessage(stranger.port2, window, 'other'))
      window.dispatchEvent(new MessageEvent('message', { data: { kind: 'tokenbook:port' }, source: window }))
      window.dispatchEvent(portMessage(port, window))
    })
    expect((await connectRpc(window).connection.status()).kind).toBe('xai')
    expect(heard).toEqual([])
    stranger.port1.close()
  })
})
