import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceList } from '../../../../shared/chat/markdown-parts.ts'
import type { Message } from '../../../../shared/contract/message.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import type { MessageActions } from './use-message-actions.ts'

type MessageBarProps = {
  message: Message
  actions: MessageActions
  /** Makes this answer again beside the one that is there; `null` while another comes. */
  onRegenerate: (() => void) | null
  onEdit: () => void
}

/** What can be done with one message. */
export function MessageBar({ message, actions, onRegenerate, onEdit }: MessageBarProps): ReactNode {
  const { t } = useTranslation('playground')
  return (
    <div className="message-actions message-bar">
      <BranchSwitch message={message} onChoose={actions.choose} />
      <Button kind="plain" onClick={onEdit}>
        {t('actions.edit')}
      </Button>
      <CopyButton
        text={[message.text, ...sourceList(message.sources)].join('\n\n')}
        label={t('actions.copy')}
      />
      {message.role === 'assistant' && (
        <Button kind="plain" inactive={onRegenerate === null} onClick={() => onRegenerate?.()}>
          {t('actions.regenerate')}
        </Button>
      )}
      <Popover label={t('actions.more')}>
        {(close) => (
          <div className="menu">
            {(['up', 'down'] as const).map((direction) => (
              <Button
                key={direction}
                kind="plain"
                onClick={() => {
                  close()
                  actions.move(message.id, direction)
                }}
              >
                {t(`actions.${direction}`)}
              </Button>
            ))}
            <Button
              kind="plain"
              onClick={() => {
                close()
                actions.remove(message.id)
              }}
            >
              {t('actions.remove')}
            </Button>
          </div>
        )}
      </Popover>
    </div>
  )
}

/** Steps through the messages that could stand here; nothing when there is only one. */
function BranchSwitch({
  message,
  onChoose,
}: {
  message: Message
  onChoose: (id: string) => void
}): ReactNode {
  const { t } = useTranslation('playground')
  const { position, count, previous, next } = message.branch
  if (count < 2) return null
  return (
    <fieldset className="branch-switch" aria-label={t('branch.label')}>
      <button
        type="button"
        className="plain-button"
        aria-label={t('branch.previous')}
        disabled={previous === null}
        onClick={() => previous !== null && onChoose(previous)}
      >
        ‹
      </button>
      <span className="num">{t('branch.place', { position, count })}</span>
      <button
        type="button"
        className="plain-button"
        aria-label={t('branch.next')}
        disabled={next === null}
        onClick={() => next !== null && onChoose(next)}
      >
        ›
      </button>
    </fieldset>
  )
}
