import type { Attempt, ChatEvent, Message } from '../../shared/contract/chat.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import type { Schedule } from '../xai/wire-ports.ts'
import { createAnswer, type Ending } from './chat-answer.ts'
import type { RatesFor } from './known-rates.ts'
import { type Clock, ServiceFailure, type StreamChat, type Target } from './ports.ts'
import type { ReportBug } from './report-bug.ts'

/** Text waits for at most `flushMs`, or until this many characters wait. */
const FLUSH_LENGTH = 4096
/** While text streams, at most this often is it written to disk; always at the end. */
const SAVE_EVERY_MS = 500

export type RunPorts = {
  streamChat: StreamChat
  clock: Clock
  schedule: Schedule
  flushMs: number
  publish: (event: ChatEvent) => void
  save: (message: Message) => void
  /** Called once, after the last save and event. */
  settled: (message: Message, request: RunRequest) => void
  reportBug: ReportBug
}

export type RunRequest = {
  target: Target
  model: string
  turns: readonly { role: Message['role']; text: string }[]
  /** The answer as it stands on disk, not yet sent. */
  pending: Message & { attempt: Attempt }
  ratesFor: RatesFor
}

export type ChatRun = {
  messageId: string
  /** The answer with all text that came so far. */
  message(): Message
  /** Publishes the text that waits, so that a snapshot taken now is level with the events. */
  flush(): void
  /** Ends the answer now, whatever the server does; what came is kept and nothing that comes later changes it. */
  end(ending: Ending): void
}

/** Sends one request and sees its answer through to exactly one settled state. */
export function startRun(request: RunRequest, ports: RunPorts): ChatRun {
  const { target, model, turns, pending, ratesFor } = request
  const { clock, publish, save } = ports
  const abort = new AbortController()
  const answer = createAnswer(pending, { clock, ratesFor })
  let over = false
  let savedAt = clock.monotonic()
  let unsent = { text: '', reasoning: '' }
  let cancelFlush: (() => void) | null = null

  function flush(): void {
    cancelFlush?.()
    cancelFlush = null
    if (unsent.text === '' && unsent.reasoning === '') return
    publish({ kind: 'append', messageId: pending.id, ...unsent })
    unsent = { text: '', reasoning: '' }
    if (!over && clock.monotonic() - savedAt >= SAVE_EVERY_MS) {
      savedAt = clock.monotonic()
      save(answer.message())
    }
  }
  function publishWhole(message: Message): void {
    cancelFlush?.()
    cancelFlush = null
    unsent = { text: '', reasoning: '' }
    publish({ kind: 'message', message })
  }
  function hold(text: string, reasoning: string): void {
    unsent = { text: unsent.text + text, reasoning: unsent.reasoning + reasoning }
    if (unsent.text.length + unsent.reasoning.length >= FLUSH_LENGTH) flush()
    else cancelFlush ??= ports.schedule(ports.flushMs, flush)
  }
  function end(ending: Ending): void {
    if (over) return
    over = true
    const message = answer.settle(ending)
    save(message)
    publishWhole(message)
    ports.settled(message, request)
    abort.abort()
  }
  const asked = {
    ...({ protocol: 'chat', model, parameters: {}, signal: abort.signal } as const),
    turns: turns.map(({ role, text }) => ({ role, parts: [{ kind: 'text' as const, text }] })),
  }
  async function run(): Promise<void> {
    for await (const part of ports.streamChat(target, asked)) {
      if (over) return
      const shown = answer.accept(part)
      // What was tried is on record before the next try leaves.
      if (part.kind === 'retry') save(answer.message())
      if (shown === 'facts') publishWhole(answer.message())
      else if (part.kind === 'text') hold(part.text, '')
      else if (part.kind === 'reasoning') hold('', part.text)
    }
    end({ kind: 'ran-out' })
  }
  run().catch((error: unknown) => {
    const failure = failureIn(error, ports.reportBug)
    end(endingOf(failure))
  })
  return { messageId: pending.id, message: answer.message, flush, end }
}

function endingOf(failure: Failure): Ending {
  return failure.code === 'stopped' ? { kind: 'stopped' } : { kind: 'failed', failure }
}

/** An exception nobody expected still has to end the answer: something in it was not what the API says. */
function failureIn(error: unknown, reportBug: ReportBug): Failure {
  if (error instanceof ServiceFailure) return error.failure
  reportBug('chat', error)
  return failureOf('malformed-answer')
}
