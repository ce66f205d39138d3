import type { Clock } from '../../../electron/services/ports.ts'
import type { Schedule } from '../../../electron/xai/wire-ports.ts'

export type ManualTime = {
  clock: Clock
  schedule: Schedule
  /** Moves both clocks and runs what falls due, in order. */
  pass(ms: number): void
  /** Sets the wall clock alone, as a person or a time server does. */
  jump(ms: number): void
  /** Timers that have neither run nor been taken back. */
  waiting(): number
}

/** A wall clock, a monotonic clock and timers that move only when told. */
export function manualTime(start = Date.UTC(2026, 8, 1)): ManualTime {
  let wall = start
  let monotonic = 1_000
  let timers: { due: number; run: () => void }[] = []
  return {
    clock: { now: () => wall, monotonic: () => monotonic },
    schedule: (delayMs, run) => {
      const timer = { due: monotonic + delayMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass(ms) {
      const until = monotonic + ms
      for (let next = earliest(timers, until); next; next = earliest(timers, until)) {
        timers.splice(timers.indexOf(next), 1)
        wall += next.due - monotonic
        monotonic = next.due
        next.run()
      }
      wall += until - monotonic
      monotonic = until
    },
    jump: (ms) => {
      wall += ms
    },
    waiting: () => timers.length,
  }
}

function earliest<T extends { due: number }>(timers: readonly T[], until: number): T | undefined {
  return timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0]
}
