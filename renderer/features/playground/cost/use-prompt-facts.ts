import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PromptFacts } from '../../../../shared/contract/chat.ts'
import type { ChatSetup, Conversation } from '../../../../shared/contract/conversation.ts'
import type { ImageToUse } from '../../../../shared/contract/message.ts'
import { useRpc } from '../../../rpc.ts'
import type { Draft } from '../composer/use-draft.ts'

/** Typing is not followed letter by letter. */
const PAUSE_MS = 250

/** What would be sent now: the branch with the draft behind it. What was known stays while the next is being read. */
export function usePromptFacts(
  { id: conversationId, total: messages }: Pick<Conversation, 'id' | 'total'>,
  setup: ChatSetup,
  draft: Draft,
): PromptFacts | null {
  const { query } = useRpc()
  const settled = useSettled(draft)
  const input = { conversationId, setup, text: settled.text, images: imagesToUse(settled) }
  const { data } = useQuery({
    ...query.chat.prompt.queryOptions({ input }),
    queryKey: [...query.chat.prompt.queryKey({ input }), messages],
    placeholderData: (before: PromptFacts | undefined) => before,
  })
  return data ?? null
}

/** Pictures stand before the words, as a person shows something and then asks. */
export function imagesToUse({ images }: Pick<Draft, 'images'>): ImageToUse[] {
  return images.map(({ hash }) => ({ hash, at: 0, detail: null }))
}

function useSettled(draft: Draft): Draft {
  const [settled, setSettled] = useState(draft)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return settled
}
