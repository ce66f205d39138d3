type Ports = {
  /** How many answers are asked for or read now. */
  underWay: () => number
  /** Asks the person; `true`: close all the same. */
  ask: (count: number) => Promise<boolean>
}

export type CloseGuard = {
  /** Whether the window may go without a word. */
  mayClose(): boolean
  /** Asks, once however often it is called meanwhile; resolves with whether to close now. Never rejects. */
  asked(): Promise<boolean>
}

/** Stands between a press on the window's cross and answers that are paid for. Asked once, a yes holds. */
export function createCloseGuard({ underWay, ask }: Ports): CloseGuard {
  let agreed = false
  let open: Promise<boolean> | null = null
  return {
    mayClose: () => agreed || underWay() === 0,
    asked() {
      open ??= ask(underWay())
        .catch(() => true)
        .then((close) => {
          // The answers may have come to their end while the question stood there: then closing waits for a new press.
          agreed = close
          open = null
          return close
        })
      return open
    },
  }
}
