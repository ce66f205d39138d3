import { measureMessage } from '../services/chat-prompt.ts'
import type { MeasuredMessage, PromptMessage } from '../services/chat-store.ts'

/** Messages of two of the longest conversations; each takes about 200 bytes. */
const REMEMBERED = 10_000

export type MessageMeasures = {
  read(ids: readonly string[]): ReadonlyMap<string, MeasuredMessage>
  /** The message is about to change. */
  forget(id: string): void
}

/**
 * The measures of messages used last: nobody else writes this database, and the cost card, which is asked with every key,
 * would read and count a whole conversation each time.
 */
export function createMessageMeasures(
  prompts: (ids: readonly string[]) => readonly PromptMessage[],
): MessageMeasures {
  const known = new Map<string, MeasuredMessage>()
  return {
    read(ids) {
      const unknown = ids.filter((id) => !known.has(id))
      if (unknown.length === 0) return known
      const read = prompts(unknown).map((message) => [message.id, measureMessage(message)] as const)
      if (known.size + read.length <= REMEMBERED) {
        for (const [id, measured] of read) known.set(id, measured)
        return known
      }
      const kept = ids.flatMap((id) => {
        const measured = known.get(id)
        return measured ? [[id, measured] as const] : []
      })
      known.clear()
      for (const [id, measured] of [...kept, ...read]) known.set(id, measured)
      return known
    },
    forget: (id) => {
      known.delete(id)
    },
  }
}
