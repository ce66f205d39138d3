import type { Retry } from '../../shared/contract/attempt.ts'

export type RetryFeed = {
  push(retry: Retry): void
  /** Every retry as it is told, until `work` settles either way. Whether it failed is for whoever awaits it to see. */
  until(work: Promise<unknown>): AsyncGenerator<Retry, void>
}

/** Hands on the retries of a request to whoever waits for its answer to begin. */
export function createRetryFeed(): RetryFeed {
  const told: Retry[] = []
  let wake = () => {}
  return {
    push(retry) {
      told.push(retry)
      wake()
    },
    async *until(work) {
      let over = false
      const settle = () => {
        over = true
        wake()
      }
      work.then(settle, settle)
      while (true) {
        for (let retry = told.shift(); retry !== undefined; retry = told.shift()) yield retry
        if (over) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
