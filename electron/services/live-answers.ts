import type { ChatRun } from './chat-run.ts'
import type { StoredMessage } from './chat-store.ts'

/** What is being done for one conversation; nothing = idle. */
export type Phase = { kind: 'preparing'; abort: AbortController } | { kind: 'answering'; run: ChatRun }

/** The answers under way, at most one in each conversation, and those that are read on for their bill. */
export type LiveAnswers = {
  phase(conversationId: string): Phase | null
  begin(conversationId: string, phase: Phase): void
  /** Ends `phase`, unless another has begun since. */
  finish(conversationId: string, phase?: Phase): void
  addDrain(conversationId: string, run: ChatRun): void
  endDrain(conversationId: string, messageId: string): void
  drains(conversationId: string): ChatRun[]
  all(): { conversationId: string; phase: Phase }[]
  allDrains(): ChatRun[]
  /** The message as it stands in memory, which may be ahead of the disk; only of answers under way. */
  latest<Kept extends { id: string }>(message: Kept): Kept | StoredMessage
  /** That message as it stands in memory; `null` when it is not under way. */
  written(messageId: string): StoredMessage | null
  isBeingWritten(conversationId: string, messageId: string): boolean
}

/** The answers under way, and those stopped whose bill is still read. */
export function createLiveAnswers(): LiveAnswers {
  const phases = new Map<string, Phase>()
  const drains = new Map<string, ChatRun[]>()

  function written(messageId: string): StoredMessage | null {
    // Asked for every message of a long conversation, and mostly there is nothing under way.
    for (const phase of phases.values())
      if (phase.kind === 'answering' && phase.run.messageId === messageId) return phase.run.message()
    return null
  }
  return {
    phase: (id) => phases.get(id) ?? null,
    begin: (id, phase) => {
      phases.set(id, phase)
    },
    finish(id, phase) {
      if (phase === undefined || phases.get(id) === phase) phases.delete(id)
    },
    addDrain: (id, run) => {
      drains.set(id, [...(drains.get(id) ?? []), run])
    },
    endDrain: (id, messageId) => {
      const left = (drains.get(id) ?? []).filter((run) => run.messageId !== messageId)
      if (left.length > 0) drains.set(id, left)
      else drains.delete(id)
    },
    drains: (id) => drains.get(id) ?? [],
    all: () => [...phases].map(([conversationId, phase]) => ({ conversationId, phase })),
    allDrains: () => [...drains.values()].flat(),
    latest: (message) => written(message.id) ?? message,
    written,
    isBeingWritten(id, messageId) {
      const phase = phases.get(id)
      return phase?.kind === 'answering' && phase.run.messageId === messageId
    },
  }
}
