import { NativeSelect, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message, MessageRole } from '../../../../shared/contract/message.ts'
import type { WrittenMessage } from '../../../../shared/contract/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { useFocusLeft } from '../../../ui/use-focus-left.ts'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
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
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const once = useOneAtATime()
  useEffect(() => {
    const { current } = box
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  useFocusLeft(frame, (held) => {
    const place = held.closest<HTMLElement>('.message')
    return () => place
  })
  /** A second press while the first is on its way would make a second branch. */
  const finish = (save: (message: WrittenMessage) => Promise<boolean>, ask: boolean) =>
    once(async () => {
      if (!(await save(writtenOf(message, text, role)))) return
      onDone()
      if (ask) onAsk?.()
    })
  const edit = (written: WrittenMessage) => actions.edit(message.id, written)
  const branch = (written: WrittenMessage) => actions.branch(message.id, written)
  return (
    <div ref={frame} className="message-editor">
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
        ref={box}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes, Escape takes back its word, not the whole change.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDone()
        }}
      />
      <div className="message-actions">
        <Button kind="primary" onClick={() => void finish(edit, false)}>
          {t('edit.save')}
        </Button>
        <Button onClick={() => void finish(branch, false)}>{t('edit.branch')}</Button>
        {onAsk !== null && role !== 'assistant' && (
          <Button onClick={() => void finish(branch, true)}>{t('edit.branchAndAsk')}</Button>
        )}
        <Button kind="plain" onClick={onDone}>
          {t('edit.cancel')}
        </Button>
      </div>
    </div>
  )
}
