import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../shared/contract/conversation.ts'
import { type Announced, announcedChange, lastAnswer } from './announced-change.ts'

/** Tells a screen reader when an answer starts and how it ends. */
export function AnswerAnnouncer({ conversation }: { conversation: Conversation | null }): ReactNode {
  const { t } = useTranslation('playground')
  const [known, setKnown] = useState(() => lastAnswer(conversation))
  const [announced, setAnnounced] = useState<Announced | null>(null)
  const now = lastAnswer(conversation)
  if (JSON.stringify(now) !== JSON.stringify(known)) {
    const change = announcedChange(known, now)
    setKnown(now)
    if (change !== null) setAnnounced(change)
  }
  return (
    <p role="status" className="visually-hidden">
      {announced === null ? '' : t(`announce.${announced}`)}
    </p>
  )
}
