import type { AnswerRequest, ChatPart } from '../../../../electron/services/ports.ts'
import { createStreamChat } from '../../../../electron/xai/stream-chat.ts'
import type { WirePorts } from '../../../../electron/xai/wire-ports.ts'
import { portsFor, targetOf } from './wire-under-test.ts'

/** A request of one user turn. */
export function asking(model: string, text: string): Omit<AnswerRequest, 'signal'> {
  const turns = [{ role: 'user' as const, parts: [{ kind: 'text' as const, text }] }]
  return { protocol: 'chat', model, turns, parameters: {} }
}

export const REQUEST = asking('grok-3-mini', 'Hi')
export const SSE = { 'content-type': 'text/event-stream' }

/** What a consumer is left with: everything that came, and the error that ended it, if one did. */
export type Outcome = { parts: ChatPart[]; error: unknown }

type Asking = {
  signal?: AbortSignal
  onPart?: (part: ChatPart) => void
  /** What is asked for otherwise than in `REQUEST`. */
  request?: Partial<AnswerRequest>
  key?: string
}

export async function chatWith(
  server: { origin: string },
  own: Partial<WirePorts> & Asking = {},
): Promise<Outcome> {
  const { signal = new AbortController().signal, onPart, request = {}, key, ...ports } = own
  const asked = { ...REQUEST, ...request, signal }
  const parts: ChatPart[] = []
  try {
    for await (const part of createStreamChat(portsFor(ports))(targetOf(server, key), asked)) {
      parts.push(part)
      onPart?.(part)
    }
  } catch (error) {
    return { parts, error }
  }
  return { parts, error: null }
}

/** A network stack that answers with exactly these pieces of a body: for thousands of streams in a second. */
export function pieces(
  chunks: readonly Uint8Array[],
  headers: Record<string, string> = SSE,
): WirePorts['fetch'] {
  return async () => {
    let at = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = chunks[at]
        at += 1
        if (next === undefined) controller.close()
        else controller.enqueue(next)
      },
    })
    return new Response(body, { headers })
  }
}

/** What was told of one choice; usage and end are of them all. */
export function summaryOf({ parts }: Outcome, choice = 0) {
  const join = (kind: 'text' | 'reasoning') =>
    parts.map((part) => (part.kind === kind && part.choice === choice ? part.text : '')).join('')
  const usages = parts.filter((part) => part.kind === 'usage')
  const ends = parts.filter((part) => part.kind === 'end')
  return {
    text: join('text'),
    reasoning: join('reasoning'),
    usage: usages.at(-1)?.raw ?? null,
    finish: ends[0]?.finishReason ?? null,
    ends: ends.length,
  }
}
