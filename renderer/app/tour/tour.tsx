import './tour.css'
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMessages } from '../../messages/index.ts'
import { Button } from '../../ui/button.tsx'
import { useEscape } from '../../ui/use-escape.ts'
import { navigate, readHash } from '../hash-location.ts'
import { usePreferences } from '../use-preferences.ts'
import { viewPath } from '../views.ts'
import { TOUR_STEPS, type TourStep } from './tour-steps.ts'
import { useTourTarget } from './use-tour-target.ts'

await loadMessages('tour')

/**
 * A few steps through the views, each pointing at a real thing. It is no modal dialog: everything stays usable, and what
 * one tries out on the way is kept. Escape skips it.
 */
export function Tour({ onEnd }: { onEnd: () => void }): ReactNode {
  const { t } = useTranslation('tour')
  const { change } = usePreferences()
  const id = useId()
  const [at, setAt] = useState(0)
  const step = TOUR_STEPS[at] ?? TOUR_STEPS[0]
  const place = useTourTarget(step.view, step.target)
  const dialog = useStepFocus(step)
  const last = at === TOUR_STEPS.length - 1
  const end = () => {
    change({ tourSeen: true })
    onEnd()
  }
  useEscape(end)
  return (
    <section
      ref={dialog}
      className="tour"
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      data-place={place}
    >
      <div aria-live="polite">
        <p className="quiet">{t('place', { step: at + 1, of: TOUR_STEPS.length })}</p>
        <h2 id={`${id}-title`}>{t(`steps.${step.id}.title`)}</h2>
        <p id={`${id}-text`}>{t(`steps.${step.id}.text`)}</p>
      </div>
      <div className="tour-actions">
        {!last && (
          <Button kind="plain" onClick={end}>
            {t('skip')}
          </Button>
        )}
        <span />
        <Button inactive={at === 0} onClick={() => setAt(at - 1)}>
          {t('back')}
        </Button>
        <Button kind="primary" onClick={() => (last ? end() : setAt(at + 1))}>
          {t(last ? 'done' : 'next')}
        </Button>
      </div>
    </section>
  )
}

/** Opens the step's view. The focus stays on the main button, also when the view that was opened would take it. */
function useStepFocus(step: TourStep): RefObject<HTMLElement | null> {
  const dialog = useRef<HTMLElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    return () => {
      const back = before.current instanceof HTMLElement && before.current.isConnected ? before.current : null
      const usable =
        back === null || back === document.body ? document.querySelector<HTMLElement>('main') : back
      usable?.focus()
    }
  }, [])
  useEffect(() => {
    const path = viewPath(step.view)
    if (readHash().path !== path) navigate(path)
    // After the view's own effect, which gives the focus to its content.
    const timer = setTimeout(() => focusMain(dialog.current), 0)
    return () => clearTimeout(timer)
  }, [step])
  return dialog
}

function focusMain(dialog: HTMLElement | null): void {
  dialog?.querySelector<HTMLElement>('.primary')?.focus()
}
