import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Popover } from './popover.tsx'

type CopyMenuProps<Form extends string> = {
  label: string
  about?: string
  forms: readonly Form[]
  nameOf: (form: Form) => string
  /** Puts it on the clipboard in that form. */
  copy: (form: Form) => Promise<void>
  /** What is said when that cannot be done. */
  failed: string
}

/** A button that offers something in several forms, copies it in the one that is chosen, and says so. */
export function CopyMenu<Form extends string>(props: CopyMenuProps<Form>): ReactNode {
  const { t } = useTranslation('ui')
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const copy = async (form: Form) => {
    try {
      await props.copy(form)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <>
      <Popover label={props.label}>
        {(close) => (
          <div className="menu">
            {props.about !== undefined && <p className="quiet">{props.about}</p>}
            {props.forms.map((form) => (
              <Button
                key={form}
                kind="plain"
                onClick={() => {
                  close()
                  void copy(form)
                }}
              >
                {props.nameOf(form)}
              </Button>
            ))}
          </div>
        )}
      </Popover>
      <span role="status" className="quiet">
        {outcome === 'copied' && t('copied')}
        {outcome === 'failed' && props.failed}
      </span>
    </>
  )
}
