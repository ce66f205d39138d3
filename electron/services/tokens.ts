import { failureOf } from '../../shared/contract/failure.ts'
import type { TokenCount } from '../../shared/contract/tokens.ts'
import { packNumbers } from '../../shared/tokens/number-bytes.ts'
import { wellFormed } from '../../shared/tokens/well-formed.ts'
import type { EstimatesService } from './estimates.ts'
import { type Clock, ServiceFailure, type Target, type Wire } from './ports.ts'
import { readTokens } from './read-tokens.ts'

export type TokensPorts = {
  /** Its limit for an answer must hold the tokens of the longest text: about 80 bytes each (reference 4). */
  wire: Wire
  connection: { target(): Promise<Target> }
  estimates: Pick<EstimatesService, 'learnFromCount'>
  clock: Clock
}

export type TokensService = {
  /**
   * Exact count by `/v1/tokenize-text`, one at a time: a new call ends the one under way, which then throws `stopped`,
   * as it does when `signal` aborts. Throws `malformed-answer` when the tokens have no ids, and what the wire throws.
   */
  count(request: { model: string; text: string }, signal?: AbortSignal): Promise<TokenCount>
}

/** Exact counts by the server's tokenizer, one at a time: a newer question stops the older. */
export function createTokensService({ wire, connection, estimates, clock }: TokensPorts): TokensService {
  let underWay: AbortController | null = null

  async function ask(model: string, typed: string, signal: AbortSignal): Promise<TokenCount> {
    const target = await connection.target()
    // Segmind has no tokenizer (reference 9); asking would show it the text for nothing.
    if (target.kind === 'segmind') throw new ServiceFailure(failureOf('route-not-found'))
    const { text, replaced } = wellFormed(typed)
    const body = { model, text }
    const answer = await wire.json(target, { path: '/v1/tokenize-text', method: 'POST', body, signal })
    const read = await readTokens(answer.body, Buffer.from(text, 'utf8'), signal)
    if (signal.aborted) throw new ServiceFailure(failureOf('stopped'))
    if (read === null) {
      const { status, headers } = answer
      throw new ServiceFailure(failureOf('malformed-answer', { status, requestId: headers.requestId }))
    }
    // A count of something else than the text would teach nonsense.
    if (read.tokenBytes.kind === 'equal') {
      await estimates.learnFromCount({ target, model, text, tokens: read.ids.length })
    }
    return {
      model,
      host: new URL(target.baseUrl).host,
      demo: target.demo,
      countedAt: clock.now(),
      count: read.ids.length,
      ids: base64(packNumbers(read.ids)),
      lengths: base64(packNumbers(read.lengths)),
      tokenBytes: read.tokenBytes,
      replaced,
    }
  }

  return {
    async count({ model, text }, signal) {
      underWay?.abort()
      const mine = new AbortController()
      underWay = mine
      // `AbortSignal.any` is missing in Node 18.
      const abort = () => mine.abort()
      signal?.addEventListener('abort', abort)
      if (signal?.aborted) abort()
      try {
        return await ask(model, text, mine.signal)
      } finally {
        signal?.removeEventListener('abort', abort)
        if (underWay === mine) underWay = null
      }
    },
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
