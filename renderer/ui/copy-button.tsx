import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

type CopyState = 'idle' | 'copied' | 'failed'

const SHOWN_MS = 1500

/** `text` as a function is made only when it is asked for. */
type CopyButtonProps = { text: string | (() => string); label: string }

/** Copies `text` and says so. The accessible name stays `label`; the outcome is announced beside it. */
export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const { t } = useTranslation('ui')
  const [state, setState] = useState<CopyState>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  return (
    <span className="copy-button">
      <Button onClick={copy}>{label}</Button>
      <span className="copy-outcome" role="status">
        {state === 'copied' ? t('copied') : state === 'failed' ? t('copyFailed') : ''}
      </span>
    </span>
  )
}
