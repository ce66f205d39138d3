import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Choice } from '../../../shared/compare/candidate.ts'
import type { AccessAnswer } from '../../app/access/access-answer.ts'
import { AccessNote } from '../../app/access/access-note.tsx'
import { Button } from '../../ui/button.tsx'
import { CloseButton } from '../../ui/close-button.tsx'
import { IdText } from '../../ui/id-text.tsx'

/** The name as it was chosen. */
export function nameOf(choice: Choice): string {
  return choice.kind === 'candidate' ? choice.candidate.name : choice.name
}

type ChosenModelProps = {
  choice: Choice
  /** Whether the key may chat with it. */
  access: AccessAnswer
  onRemove: () => void
  onReplace: (name: string) => void
}

/** One chosen name: what it stands for, or why it cannot be compared and what may have been meant. */
export function ChosenModel({ choice, access, onRemove, onReplace }: ChosenModelProps): ReactNode {
  const { t } = useTranslation('compare')
  const name = nameOf(choice)
  return (
    <li className="chosen-model" data-usable={choice.kind === 'candidate'}>
      <IdText>{name}</IdText>
      <Meaning choice={choice} onReplace={onReplace} />
      {choice.kind === 'candidate' && <AccessNote answer={access} />}
      <CloseButton label={t('choose.remove', { name })} onClick={onRemove} />
    </li>
  )
}

function Meaning({ choice, onReplace }: Pick<ChosenModelProps, 'choice' | 'onReplace'>): ReactNode {
  const { t } = useTranslation('compare')
  switch (choice.kind) {
    case 'candidate':
      return (
        choice.alias && (
          <span className="quiet">{t('choose.standsFor', { id: choice.candidate.modelId })}</span>
        )
      )
    case 'image-model':
      return <span className="warn">{t('choose.image', { id: choice.modelId })}</span>
    case 'unknown':
      return (
        <>
          <span className="warn">{t('choose.unknownAny')}</span>
          {choice.near.map(({ name }) => (
            <Button key={name} kind="plain" onClick={() => onReplace(name)}>
              {t('choose.use', { name })}
            </Button>
          ))}
        </>
      )
    default:
      return assertNever(choice)
  }
}
