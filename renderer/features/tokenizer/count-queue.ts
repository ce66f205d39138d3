import type { RpcClient } from '../../rpc.ts'
import type { TokenCount } from './tokens/token-table.ts'

export type CountQueue = (
  request: { model: string; text: string },
  signal: AbortSignal,
) => Promise<TokenCount>

/** Exact counts one after the other: the main process has one in flight, and a second would end the first. */
export function createCountQueue(client: RpcClient): CountQueue {
  let last: Promise<unknown> = Promise.resolve()
  return (request, signal) => {
    const before = last
    const mine = (async () => {
      await before
      signal.throwIfAborted()
      return client.tokens.count(request, { signal })
    })()
    // A count that is given up ends in the main process too, so the next need not wait until that is told.
    last = Promise.race([mine.catch(() => undefined), whenAborted(signal)])
    return mine
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
