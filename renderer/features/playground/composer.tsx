import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../ui/number-text.ts'
import { useDraft } from './use-draft.ts'

/** What the contract accepts in one prompt, in UTF-16 units. */
const LONGEST_PROMPT = 4_000_000

type ComposerProps = {
  /** A request is under way: nothing can be sent, and there is something to stop. */
  underWay: boolean
  /** There is a model and a conversation to send to. */
  ready: boolean
  onSend: (text: string) => Promise<'accepted' | 'refused'>
  onStop: () => void
}

/** The message box. What is typed stays until the request was accepted. */
export function Composer({ underWay, ready, onSend, onStop }: ComposerProps): ReactNode {
  const { t, i18n } = useTranslation('playground')
  const box = useRef<HTMLTextAreaElement>(null)
  const { text, change, clearIf } = useDraft()
  const tooLong = text.length > LONGEST_PROMPT
  const sendable = ready && !underWay && !tooLong && text.trim() !== ''
  const send = async () => {
    if (!sendable) return
    box.current?.focus()
    if ((await onSend(text)) === 'accepted') clearIf(text)
  }
  const stop = () => {
    box.current?.focus()
    onStop()
  }
  const tooLongWords = t('tooLong', {
    count: text.length,
    most: countText(LONGEST_PROMPT, i18n.language),
  })
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        ref={box}
        label={t('message')}
        description={t('messageHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        className="composer-box"
        rows={4}
        dir="auto"
        value={text}
        error={tooLong ? tooLongWords : null}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!sends(event)) return
          event.preventDefault()
          void send()
        }}
      />
      <div className="composer-buttons">
        <Button type="submit" disabled={!sendable}>
          {t('send')}
        </Button>
        <Button variant="default" disabled={!underWay} onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    </form>
  )
}

/** Enter sends, except with Shift and while an input method composes: there Enter accepts a word (also as key 229). */
function sends({ key, shiftKey, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !nativeEvent.isComposing && keyCode !== 229
}
