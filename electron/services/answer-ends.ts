import type { AttemptLedger } from './attempt-ledger.ts'

type Follow = AttemptLedger['follow']

/** The same following; the end of each answer is told once, but for one that its person stopped. */
export function tellingOfEnds(
  follow: Follow,
  ended: (end: { durationMs: number; isWhole: boolean }) => void,
): Follow {
  return (request) => {
    const followed = follow(request)
    let isTold = false
    return {
      watch: followed.watch,
      settle(answer) {
        followed.settle(answer)
        const { state, durationMs } = answer.attempt
        if (isTold || state.kind === 'stopped') return
        isTold = true
        ended({ durationMs: durationMs ?? 0, isWhole: state.kind === 'complete' })
      },
    }
  }
}
