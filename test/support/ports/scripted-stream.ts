import type { AnswerRequest, ChatPart, StreamChat, Target } from '../../../electron/services/ports.ts'
import type { ContentPart } from '../../../shared/chat/content.ts'

type StreamCall = {
  target: Target
  model: string
  /** The text of each turn. */
  turns: readonly { role: string; text: string }[]
  signal: AbortSignal
  /** All that was asked, with the ear of who watches. */
  asked: AnswerRequest
  /** Hands parts over and waits until they were taken. */
  send(...parts: ChatPart[]): Promise<void>
  /** Ends the stream without a fault. */
  finish(): Promise<void>
  fail(error: unknown): Promise<void>
}

export type ScriptedStream = { streamChat: StreamChat; calls: StreamCall[]; last(): StreamCall }

type Step = { part: ChatPart } | { end: true } | { error: unknown }

/** A server whose answers are told part by part by the test. It notices an abort only when it has something to say. */
export function scriptedStream(): ScriptedStream {
  const calls: StreamCall[] = []
  const streamChat: StreamChat = (target, asked) => {
    const { model, turns, signal } = asked
    const steps = stepQueue()
    const say = async (...more: Step[]) => {
      for (const step of more) steps.push(step)
      await settle()
    }
    calls.push({
      ...{ target, model, signal, asked },
      turns: turns.map(({ role, parts }) => ({ role, text: parts.map(textOf).join('') })),
      send: (...parts) => say(...parts.map((part) => ({ part }))),
      finish: () => say({ end: true }),
      fail: (error) => say({ error }),
    })
    return partsOf(steps.next)
  }
  return {
    streamChat,
    calls,
    last() {
      const call = calls.at(-1)
      if (!call) throw new Error('nothing was asked of the model')
      return call
    },
  }
}

function textOf(part: ContentPart): string {
  return part.kind === 'text' ? part.text : `[${part.kind}]`
}

async function* partsOf(next: () => Promise<Step>): AsyncGenerator<ChatPart> {
  for (;;) {
    const step = await next()
    if ('error' in step) throw step.error
    if ('end' in step) return
    yield step.part
  }
}

function stepQueue(): { push(step: Step): void; next(): Promise<Step> } {
  const steps: Step[] = []
  let wake = () => {}
  return {
    push(step) {
      steps.push(step)
      wake()
    },
    async next() {
      for (;;) {
        const step = steps.shift()
        if (step) return step
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

/** Lets everything run that can run without time passing; what ends an answer leaves one turn to others first. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
