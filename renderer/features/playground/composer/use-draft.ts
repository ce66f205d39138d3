import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import { draftSaverOf } from '../../../app/draft-saver.ts'
import { type RpcClient, useRpc } from '../../../rpc.ts'

/** What was typed and attached and not sent. */
export type Draft = { text: string; images: readonly StoredImage[] }

const BEFORE_ANY = ['playground', 'draft', null]
const EMPTY: Draft = { text: '', images: [] }

/** The draft of each conversation. It survives a look at another view or conversation, and the end of the app. */
export function useDraft(conversationId: string | null): {
  draft: Draft
  change: (part: Partial<Draft>) => void
  addImage: (image: StoredImage) => void
  clearIf: (sent: Draft) => void
} {
  const queries = useQueryClient()
  const { client } = useRpc()
  const key = ['playground', 'draft', conversationId]
  const early = queries.getQueryData<Draft>(BEFORE_ANY)
  const kept = (): Draft => {
    const own = queries.getQueryData<Draft>(key)
    // What was typed before the conversation was known belongs to the first one that is.
    const typed = queries.getQueryData<Draft>(BEFORE_ANY)
    return conversationId === null ? (typed ?? EMPTY) : joined(own ?? EMPTY, typed ?? EMPTY)
  }
  const [shown, setShown] = useState({ conversationId, draft: kept() })
  const draft = shown.conversationId === conversationId ? shown.draft : kept()
  const put = (next: Draft) => {
    queries.setQueryData(key, next)
    if (conversationId !== null) keep(client, conversationId, next)
    if (conversationId !== null) queries.removeQueries({ queryKey: BEFORE_ANY })
    setShown({ conversationId, draft: next })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the conversation is known
  useEffect(() => {
    if (conversationId === null) return
    const known = queries.getQueryData<Draft>(key) !== undefined
    if (early !== undefined) put(kept())
    if (known) return
    client.drafts.read({ place: { kind: 'conversation', conversationId } }).then(
      (stored) => {
        if (stored === null) return
        const next = joined(stored, queries.getQueryData<Draft>(key) ?? EMPTY)
        queries.setQueryData(key, next)
        setShown({ conversationId, draft: next })
      },
      () => undefined,
    )
  }, [conversationId])
  return {
    draft,
    change: (part) => put({ ...kept(), ...part }),
    addImage: (image) => {
      const { images, text } = kept()
      if (images.every(({ hash }) => hash !== image.hash)) put({ text, images: [...images, image] })
    },
    /** Empties the box, unless something else was typed since. */
    clearIf: (sent) => {
      if (kept().text === sent.text) put(EMPTY)
    },
  }
}

function keep(client: RpcClient, conversationId: string, { text, images }: Draft): void {
  const draft = { text, images: images.map(({ hash }) => hash) }
  draftSaverOf(client)({ kind: 'conversation', conversationId }, draft)
}

/** Nothing that was typed is lost when there was something already. */
function joined(own: Draft, typed: Draft): Draft {
  const hashes = new Set(own.images.map(({ hash }) => hash))
  return {
    text: [own.text, typed.text].filter((text) => text !== '').join('\n'),
    images: [...own.images, ...typed.images.filter(({ hash }) => !hashes.has(hash))],
  }
}
