/** A state that goes on while nobody looks; `subscribe` calls `listener` after each change, until what it returns is called. */
export type ToldState<State> = {
  state(): State
  subscribe(listener: () => void): () => void
}

export function createToldState<State>(first: State): ToldState<State> & { become(next: State): void } {
  const listeners = new Set<() => void>()
  let state = first
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    become(next) {
      state = next
      for (const listener of [...listeners]) listener()
    },
  }
}
