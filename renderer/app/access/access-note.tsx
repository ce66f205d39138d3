import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { AccessAnswer } from './access-answer.ts'
import { useKeyAccess } from './use-key-access.ts'

/** Why the key may not do this, with the way to the exact permission; nothing when it may or when nobody knows. */
export function AccessNote({ answer }: { answer: AccessAnswer }): ReactNode {
  const { t } = useTranslation('access')
  const { words } = useKeyAccess()
  if (answer.kind !== 'refused') return null
  return (
    <span className="access-note">
      <span className="warn">{words(answer)}</span> <Link href={answer.address}>{t('see')}</Link>
    </span>
  )
}
