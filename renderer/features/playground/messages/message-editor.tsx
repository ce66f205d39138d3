import { NativeSelect, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message, MessageRole } from '../../../../shared/contract/message.ts'
import { Button } from '../../../ui/button.tsx'
import { type MessageActions, writtenOf } from './use-message-actions.ts'

const ROLES: readonly MessageRole[] = ['system', 'user', 'assistant']

const MOST_ROWS = 16

type MessageEditorProps = {
  message: Message
  actions: MessageActions
  /** Asks for what follows; `null` while that is not possible. */
  onAsk: (() => void) | null
  onDone: () => void
}

/** Changes a message in place, or begins a branch with the change beside the one that is there. */
export function MessageEditor({ message, actions, onAsk, onDone }: MessageEditorProps): ReactNode {
  const { t } = useTranslation('playground')
  const [text, setText] = useState(message.text)
  const [role, setRole] = useState(message.role)
  const written = () => writtenOf(message, text, role)
  const finish = async (done: Promise<boolean>, ask: boolean) => {
    if (!(await done)) return
    onDone()
    if (ask) onAsk?.()
  }
  return (
    <div className="message-editor">
      <NativeSelect
        aria-label={t('edit.role')}
        size="xs"
        value={role}
        disabled={message.role === 'tool'}
        onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? role)}
      >
        {[...new Set([...ROLES, message.role])].map((one) => (
          <option key={one} value={one}>
            {t(`role.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <Textarea
        aria-label={t('edit.text')}
        rows={Math.min(MOST_ROWS, Math.max(3, text.split('\n').length + 1))}
        dir="auto"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      />
      <div className="message-actions">
        <Button kind="primary" onClick={() => void finish(actions.edit(message.id, written()), false)}>
          {t('edit.save')}
        </Button>
        <Button onClick={() => void finish(actions.branch(message.id, written()), false)}>
          {t('edit.branch')}
        </Button>
        {onAsk !== null && role !== 'assistant' && (
          <Button onClick={() => void finish(actions.branch(message.id, written()), true)}>
            {t('edit.branchAndAsk')}
          </Button>
        )}
        <Button kind="plain" onClick={onDone}>
          {t('edit.cancel')}
        </Button>
      </div>
    </div>
  )
}
