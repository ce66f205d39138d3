import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeLanguage } from '../../../../shared/chat/code/copy-as.ts'
import type { ChatSetup, Conversation } from '../../../../shared/contract/conversation.ts'
import { useConnection } from '../../../app/use-connection.ts'
import { type RpcClient, useRpc } from '../../../rpc.ts'
import { CopyMenu } from '../../../ui/copy-menu.tsx'
import type { Draft } from '../composer/use-draft.ts'
import { turnsOf } from './turns-of.ts'

const LANGUAGES: readonly CodeLanguage[] = ['curl', 'python', 'javascript']
const WHOLE_BRANCH = 10_000

type CopyAsMenuProps = { conversation: Conversation; setup: ChatSetup; draft: Draft }

/** The request that `Send` would make as code that runs as it is. No key is in it: the page has none. */
export function CopyAsMenu({ conversation, setup, draft }: CopyAsMenuProps): ReactNode {
  const { t } = useTranslation('playground')
  const { client } = useRpc()
  const { data: connection } = useConnection()
  const copy = async (language: CodeLanguage) => {
    const turns = await turnsToSend(client, conversation.id, draft)
    const { copyAs } = await import('../../../../shared/chat/code/copy-as.ts')
    const base = connection?.baseUrl ?? 'https://api.x.ai'
    await navigator.clipboard.writeText(copyAs(language, { ...setup, turns }, base.replace(/\/+$/, '')))
  }
  return (
    <CopyMenu
      label={t('copyAs.label')}
      about={t('copyAs.about')}
      forms={LANGUAGES}
      nameOf={(language) => t(`copyAs.${language}`)}
      copy={copy}
      failed={t('copyAs.failed')}
    />
  )
}

/** The whole branch and the draft behind it, with the bytes of every image. */
async function turnsToSend(client: RpcClient, conversationId: string, draft: Draft) {
  const { messages } = await client.conversations.read({ conversationId, before: null, limit: WHOLE_BRANCH })
  const hashes = new Set(
    [...messages.flatMap(({ images }) => images), ...draft.images].map(({ hash }) => hash),
  )
  const bytes = new Map<string, string>()
  for (const hash of hashes) bytes.set(hash, (await client.images.read({ hash })).base64)
  const turns = turnsOf(messages, bytes)
  if (draft.text.trim() === '' && draft.images.length === 0) return turns
  const pictures = draft.images.flatMap(({ hash, type }) => {
    const base64 = bytes.get(hash)
    return base64 === undefined ? [] : [{ kind: 'image' as const, type, base64, detail: null }]
  })
  const words = draft.text === '' ? [] : [{ kind: 'text' as const, text: draft.text }]
  return [...turns, { role: 'user' as const, parts: [...pictures, ...words] }]
}
