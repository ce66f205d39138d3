import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MOST_DROPPED_BYTES } from '../../../../shared/chat/import-limits.ts'
import type { ImportOutcome } from '../../../../shared/contract/conversations.ts'
import type { Failure } from '../../../../shared/contract/failure.ts'
import { failureOfError, useRpc } from '../../../rpc.ts'

/** `name` is the file's own: untrusted. */
type RefusedFile = {
  name: string
  why: Extract<ImportOutcome, { outcome: 'refused' }>['why'] | 'unreadable'
}

type Outcome =
  | { kind: 'none' }
  | { kind: 'removed'; conversationId: string }
  | { kind: 'saved'; fileName: string }
  | { kind: 'imported'; count: number }
  | { kind: 'refused'; why: RefusedFile['why'] }
  | { kind: 'dropped'; count: number; refused: readonly RefusedFile[] }
  | { kind: 'failed'; failure: Failure | null }

export type ConversationCommands = ReturnType<typeof useConversationCommands>

const NOTHING: Outcome = { kind: 'none' }

/**
 * What can be done with whole conversations. The list is read again after each. `onBeginning`: a new one was asked for,
 * so that what is done from that moment on is meant for it.
 */
export function useConversationCommands(
  openId: string | null,
  onOpen: (conversationId: string) => void,
  onBeginning: (underWay: boolean) => void,
) {
  const { client, query } = useRpc()
  const queries = useQueryClient()
  const [outcome, setOutcome] = useState<Outcome>(NOTHING)
  const run = async (call: () => Promise<Outcome>) => {
    try {
      setOutcome(await call())
      await queries.invalidateQueries({ queryKey: query.conversations.list.key() })
    } catch (error) {
      setOutcome({ kind: 'failed', failure: failureOfError(error) })
    }
  }
  const opening = (call: () => Promise<{ conversationId: string }>) =>
    void run(async () => {
      onOpen((await call()).conversationId)
      return NOTHING
    })
  const { conversations } = client
  return {
    outcome,
    create: () =>
      void run(async () => {
        onBeginning(true)
        try {
          onOpen((await conversations.create({ setup: null })).conversationId)
        } finally {
          onBeginning(false)
        }
        return NOTHING
      }),
    duplicate: (conversationId: string) => opening(() => conversations.duplicate({ conversationId })),
    rename: (conversationId: string, title: string) =>
      void run(async () => {
        await conversations.rename({ conversationId, title: title.trim() === '' ? null : title })
        return NOTHING
      }),
    pin: (conversationId: string, pinned: boolean) =>
      void run(async () => {
        await conversations.pin({ conversationId, pinned })
        return NOTHING
      }),
    remove: (conversationId: string) =>
      void run(async () => {
        await conversations.remove({ conversationId })
        if (conversationId === openId) onOpen((await conversations.latest()).conversationId)
        return { kind: 'removed', conversationId }
      }),
    undo: () => {
      if (outcome.kind !== 'removed') return
      const { conversationId } = outcome
      opening(async () => {
        await conversations.restore({ conversationId })
        return { conversationId }
      })
    },
    save: (conversationId: string, kind: 'json' | 'markdown') =>
      void run(async () => {
        const saved = await conversations.export({ conversationId, kind })
        return saved.outcome === 'saved' ? { kind: 'saved', fileName: saved.fileName } : NOTHING
      }),
    importDropped: (files: readonly File[]) =>
      void run(async () => {
        const refused: RefusedFile[] = []
        const opened: string[] = []
        for (const file of files) {
          const { name } = file
          const text = await textOf(file)
          if (typeof text !== 'string') refused.push({ name, ...text })
          else {
            const imported = await conversations.importText({ text })
            if (imported.outcome === 'refused') refused.push({ name, why: imported.why })
            if (imported.outcome === 'imported') opened.push(...imported.conversationIds)
          }
        }
        const [first] = opened
        if (first !== undefined) onOpen(first)
        return { kind: 'dropped', count: opened.length, refused }
      }),
    importFile: () =>
      void run(async () => {
        const imported = await conversations.import()
        if (imported.outcome === 'refused') return { kind: 'refused', why: imported.why }
        if (imported.outcome === 'declined') return NOTHING
        const [first] = imported.conversationIds
        if (first !== undefined) onOpen(first)
        return { kind: 'imported', count: imported.conversationIds.length }
      }),
  }
}

/** The text of a dropped file; what is too large is not even read. */
async function textOf(file: File): Promise<string | { why: RefusedFile['why'] }> {
  if (file.size > MOST_DROPPED_BYTES) return { why: 'too-large' }
  try {
    return await file.text()
  } catch {
    // A folder, or a file that went away.
    return { why: 'unreadable' }
  }
}
