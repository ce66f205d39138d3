import { useEffect } from 'react'
import type { Conversation } from '../../../../shared/contract/conversation.ts'
import type { FoundMessage } from '../found-message.ts'
import type { useFollowEnd } from './use-follow-end.ts'

/** Where the list has to go; `known`: the message itself is there, not only its place. */
export type WantedPlace = { index: number; round: number; known: boolean }

/**
 * Scrolls to a message that was looked for, once for its place and once more when it has been read: then its height and
 * those around it are known. The list no longer follows its end. Resolves with what a virtual list has to show.
 */
export function useFoundPlace(
  found: FoundMessage | null,
  { messages, from }: Conversation,
  end: ReturnType<typeof useFollowEnd>,
): WantedPlace | null {
  const known = found !== null && messages[found.index - from]?.id === found.messageId
  const round = found?.round ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each look, and once more when the message is there
  useEffect(() => {
    if (found === null) return
    end.letGo()
    const place = end.ref.current?.querySelector(`[data-message="${CSS.escape(found.messageId)}"]`)
    if (!(place instanceof HTMLElement)) return
    place.scrollIntoView({ block: 'center' })
    place.focus({ preventScroll: true })
  }, [round, known])
  return found === null || round === null ? null : { index: found.index, round, known }
}
