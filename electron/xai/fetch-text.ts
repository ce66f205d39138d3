import { failureOf } from '../../shared/contract/failure.ts'
import { ServiceFailure } from '../services/ports.ts'
import { failureOfNetwork } from './failure-of-network.ts'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

const MOST_BYTES = 1024 * 1024
const LONGEST_MS = 20_000

/**
 * Reads a text of at most 1 MB within 20 seconds, with these headers and no key. Redirects are refused. Throws
 * `ServiceFailure` with `answer-too-large` and what the network refuses.
 */
export function createFetchText(fetch: Fetch) {
  return async (
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string }> => {
    const abort = new AbortController()
    const timer = setTimeout(
      () => abort.abort(new ServiceFailure(failureOf('timed-out', { phase: 'total' }))),
      LONGEST_MS,
    )
    try {
      const response = await fetch(url, { headers, redirect: 'error', signal: abort.signal })
      return { status: response.status, text: await textOf(response) }
    } catch (error) {
      abort.abort()
      throw error instanceof ServiceFailure
        ? error
        : new ServiceFailure(failureOfNetwork(error), { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }
}

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  let bytes = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.byteLength
    if (bytes > MOST_BYTES) throw new ServiceFailure(failureOf('answer-too-large'))
    pieces.push(next.value)
  }
  return Buffer.concat(pieces).toString('utf8')
}
