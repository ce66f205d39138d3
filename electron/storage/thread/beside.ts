import { MessageChannel, Worker } from 'node:worker_threads'
import { ServiceFailure } from '../../services/ports.ts'
import type { ThreadAnswer, ThreadNews, ThreadQuestion, ThreadSetup, ThreadWork } from './thread-work.ts'

/** Asks for one piece of work by its name. */
export type Ask = <Name extends keyof ThreadWork>(
  name: Name,
  ...given: Parameters<ThreadWork[Name]>
) => Promise<Awaited<ReturnType<ThreadWork[Name]>>>

export type Beside = {
  ask: Ask
  /** Resolves when the thread has closed its connection and is gone; a question begins a new one. */
  end(): Promise<void>
}

export type BesideParts = {
  /** The built entry of the thread; `null` = everything is answered here. */
  file: string | null
  setup: ThreadSetup
  /** What answers when a thread cannot: it then costs the window some time, and nothing else. */
  inline: ThreadWork
  onUnreadableRow: (row: { table: 'ledger'; id: string }) => void
  /** Hears of a thread that did not start or broke down. */
  onBroken: (error: unknown) => void
}

/** The thread was gone before it answered. */
class ThreadGone extends Error {
  override readonly name = 'ThreadGone'
}

/** A thread that begins with the first question. Questions are answered one after the other. */
export function createBeside(parts: BesideParts): Beside {
  const { inline, onBroken } = parts
  let worker: Worker | null = null
  let isBroken = parts.file === null

  function start(file: string): Worker {
    const started = new Worker(file, { workerData: parts.setup })
    started.on('message', ({ unreadableRow }: ThreadNews) => parts.onUnreadableRow(unreadableRow))
    started.on('error', (error) => {
      isBroken = true
      onBroken(error)
    })
    started.on('exit', () => {
      if (worker === started) worker = null
    })
    // A thread that waits for questions must not keep a process alive.
    started.unref()
    return started
  }

  return {
    async ask(name, ...given) {
      if (isBroken || parts.file === null) return Reflect.apply(inline[name], inline, given)
      try {
        worker ??= start(parts.file)
        return await answerFrom(worker, name, given)
      } catch (error) {
        if (!(error instanceof ThreadGone)) throw error
        return Reflect.apply(inline[name], inline, given)
      }
    },
    end() {
      const ending = worker
      worker = null
      if (ending === null) return Promise.resolve()
      return new Promise((resolve) => {
        ending.once('exit', () => resolve())
        ending.ref()
        ending.postMessage(null)
      })
    },
  }
}

function answerFrom<Name extends keyof ThreadWork>(
  worker: Worker,
  name: Name,
  given: Parameters<ThreadWork[Name]>,
): Promise<Awaited<ReturnType<ThreadWork[Name]>>> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    const settle = (answer: ThreadAnswer<Awaited<ReturnType<ThreadWork[Name]>>>): void => {
      if (answer.kind === 'done') resolve(answer.value)
      else reject(answer.kind === 'refused' ? new ServiceFailure(answer.failure) : answer.error)
    }
    port1.once('message', settle)
    port1.once('close', () => reject(new ThreadGone('the thread ended before it answered')))
    const question: ThreadQuestion = { name, given, port: port2 }
    worker.postMessage(question, [port2])
  })
}
