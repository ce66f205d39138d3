import type { Schedule } from '../xai/wire-ports.ts'

/** Text waits for at most `flushMs`, or until this many characters wait. */
const FLUSH_LENGTH = 4096

type Waiting = { text: string; reasoning: string }

export type TextFlush = {
  add(where: keyof Waiting, text: string): void
  /** Hands on what waits, if anything does. */
  flush(): void
  /** Forgets what waits: the whole message is about to be told. */
  drop(): void
}

/** Gathers text that grows, so that the page gets one piece a frame. */
export function createTextFlush(
  { schedule, flushMs }: { schedule: Schedule; flushMs: number },
  hand: (waiting: Waiting) => void,
): TextFlush {
  let waiting: Waiting = { text: '', reasoning: '' }
  let cancel: (() => void) | null = null

  function drop(): void {
    cancel?.()
    cancel = null
    waiting = { text: '', reasoning: '' }
  }
  function flush(): void {
    const handed = waiting
    drop()
    if (handed.text !== '' || handed.reasoning !== '') hand(handed)
  }
  return {
    drop,
    flush,
    add(where, text) {
      waiting = { ...waiting, [where]: waiting[where] + text }
      if (waiting.text.length + waiting.reasoning.length >= FLUSH_LENGTH) flush()
      else cancel ??= schedule(flushMs, flush)
    },
  }
}
