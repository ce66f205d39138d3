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
  const { copy, outcome } = useCopying(props)
  return (
    <>
      <Popover label={props.label}>
        {(close) => (
          <div className="menu">
            {props.about !== undefined && <p className="quiet">{props.about}</p>}
            <Forms
              {...props}
              onChosen={(form) => {
                close()
                void copy(form)
              }}
            />
          </div>
        )}
      </Popover>
      {outcome}
    </>
  )
}

/** The same where there is a menu already: its forms stand open under their label. */
export function CopyForms<Form extends string>(props: CopyMenuProps<Form>): ReactNode {
  const { copy, outcome } = useCopying(props)
  return (
    <fieldset className="menu copy-forms">
      <legend className="quiet">{props.label}</legend>
      <Forms {...props} onChosen={(form) => void copy(form)} />
      {outcome}
    </fieldset>
  )
}

function useCopying<Form extends string>({ copy, failed }: CopyMenuProps<Form>) {
  const { t } = useTranslation('ui')
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  return {
    copy: (form: Form) =>
      copy(form).then(
        () => setOutcome('copied'),
        () => setOutcome('failed'),
      ),
    outcome: (
      <span role="status" className="quiet">
        {outcome === 'copied' && t('copied')}
        {outcome === 'failed' && failed}
      </span>
    ),
  }
}

type FormsProps<Form extends string> = Pick<CopyMenuProps<Form>, 'forms' | 'nameOf'> & {
  onChosen: (form: Form) => void
}

function Forms<Form extends string>({ forms, nameOf, onChosen }: FormsProps<Form>): ReactNode {
  return forms.map((form) => (
    <Button key={form} kind="plain" onClick={() => onChosen(form)}>
      {nameOf(form)}
    </Button>
  ))
}
