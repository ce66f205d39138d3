import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What stands between two sentences: a space, or nothing in Chinese, whose full stop brings its own room. */
export function SentenceGap(): ReactNode {
  const { i18n } = useTranslation('ui')
  return i18n.language.startsWith('zh') ? null : ' '
}
