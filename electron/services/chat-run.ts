import type { Turn } from '../../shared/chat/content.ts'
import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import type { ChatSetup } from '../../shared/contract/conversation.ts'
import { type Failure, failureOf } from '../../shared/contract/failure.ts'
import type { RawPrompt } from '../../shared/estimate/prompt-estimate.ts'
import type { Schedule } from '../xai/wire-ports.ts'
import type { Choice } from './answer-choices.ts'
import { createAnswer, type Ending } from './chat-answer.ts'
import type { PendingAnswer } from './chat-rows.ts'
import type { RatesFor } from './known-rates.ts'
import { type ChatPart, type Clock, ServiceFailure, type StreamChat, type Target } from './ports.ts'
import type { ReportBug } from './report-bug.ts'
import { createTextFlush } from './text-flush.ts'

/** While text streams, at most this often is it written to disk; always at the end. */
const SAVE_EVERY_MS = 500

/** What a run tells while it goes. */
type RunEvent =
  | { kind: 'append'; messageId: string; text: string; reasoning: string }
  | { kind: 'message'; message: PendingAnswer }

export type RunPorts = {
  streamChat: StreamChat
  clock: Clock
  schedule: Schedule
  flushMs: number
  publish: (event: RunEvent) => void
  save: (message: PendingAnswer) => void
  /** Called once, after the last save and event; `readsOn`: it is still read for its bill. */
  settled: (message: PendingAnswer, others: readonly Choice[], readsOn: boolean) => void
  /** Called once more when that has come to its end too; whoever hears it saves what it says of the bill. */
  drained: (message: PendingAnswer) => void
  watch: (event: ExchangeEvent) => void
  /** The last usage as the server wrote it. */
  usageTold: (raw: unknown) => void
  reportBug: ReportBug
}

export type RunRequest = {
  target: Target
  setup: ChatSetup
  turns: readonly Turn[]
  /** What the texts of these turns are about. */
  prompt: RawPrompt
  /** The answer as it stands on disk, not yet sent. */
  pending: PendingAnswer
  ratesFor: RatesFor
}

export type ChatRun = {
  messageId: string
  /** The answer with all text that came so far. */
  message(): PendingAnswer
  /** Publishes the text that waits, so that a snapshot taken now is level with the events. */
  flush(): void
  /**
   * Ends the answer now, whatever the server does; what came is kept and nothing that comes later changes its text.
   * `readOn`: the stream is read to its end silently, for the bill. A second call ends that too.
   */
  end(ending: Ending, readOn?: boolean): void
}

/** Sends one request and sees its answer through to exactly one settled state. */
export function startRun(request: RunRequest, ports: RunPorts): ChatRun {
  const { target, setup, turns, pending, ratesFor } = request
  const { clock, publish, save } = ports
  const abort = new AbortController()
  const answer = createAnswer(pending, { clock, ratesFor, protocol: setup.protocol })
  let phase: 'running' | 'reading-on' | 'over' = 'running'
  let savedAt = clock.monotonic()
  const text = createTextFlush(ports, (waiting) => {
    publish({ kind: 'append', messageId: pending.id, ...waiting })
    if (phase !== 'running' || clock.monotonic() - savedAt < SAVE_EVERY_MS) return
    savedAt = clock.monotonic()
    void published().then(() => {
      if (phase === 'running') save(answer.message())
    })
  })

  function publishWhole(message: PendingAnswer): void {
    text.drop()
    publish({ kind: 'message', message })
  }
  function end(ending: Ending, readOn = false): void {
    if (phase === 'reading-on') endDrain()
    if (phase !== 'running') return
    phase = readOn ? 'reading-on' : 'over'
    const message = answer.settle(ending)
    save(message)
    publishWhole(message)
    ports.settled(message, answer.others(), readOn)
    if (!readOn) abort.abort()
  }
  function endDrain(): void {
    if (phase !== 'reading-on') return
    phase = 'over'
    ports.drained(answer.settleHeard())
    abort.abort()
  }
  function take(part: ChatPart): void {
    if (part.kind === 'usage') ports.usageTold(part.raw)
    if (phase === 'reading-on') {
      answer.overhear(part)
      return
    }
    const shown = answer.accept(part)
    // What was tried is on record before the next try leaves.
    if (part.kind === 'retry') save(answer.message())
    if (shown === 'facts') publishWhole(answer.message())
    else if (shown === 'text' && 'text' in part)
      text.add(part.kind === 'reasoning' ? 'reasoning' : 'text', part.text)
  }
  function watch(event: ExchangeEvent): void {
    ports.watch(event)
    if (event.kind === 'leaves') answer.leaves()
  }
  async function run(): Promise<void> {
    const asked = { ...setup, turns, signal: abort.signal, watch }
    for await (const part of ports.streamChat(target, asked)) {
      if (phase === 'over') return
      take(part)
    }
    text.flush()
    await published()
    end({ kind: 'ran-out' })
  }
  run().catch((error: unknown) => end(endingOf(failureIn(error, ports.reportBug))))
  return { messageId: pending.id, message: answer.message, flush: text.flush, end }
}

/** What was published is on its way to the page, which shows it while this process waits for the disk. */
function published(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
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
