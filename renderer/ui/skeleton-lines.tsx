import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Grey lines that hold the place of what loads, so that nothing moves when it comes. */
export function SkeletonLines({ lines }: { lines: number }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <div className="skeleton-lines" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // The lines are all alike and never move: their position is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: static placeholders
        <span key={line} className="skeleton" />
      ))}
    </div>
  )
}
