import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import { countText } from '../../../ui/number-text.ts'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { allowFiles, dropFiles, pasteImages } from '../given-files.ts'
import { ImageStrip } from './image-strip.tsx'
import type { Draft, useDraft } from './use-draft.ts'
import { useImages } from './use-images.ts'

/** What the contract accepts in one prompt, in UTF-16 units. */
const LONGEST_PROMPT = 4_000_000

type DraftRole = 'user' | 'system' | 'assistant'
const ROLES: readonly DraftRole[] = ['user', 'system', 'assistant']

type ComposerProps = {
  held: ReturnType<typeof useDraft>
  /** A request is under way: nothing can be sent, and there is something to stop. */
  underWay: boolean
  /** A new conversation was asked for: the box takes the focus, as what follows is what is typed. */
  beginning: boolean
  /** There is a model and a conversation to send to. */
  ready: boolean
  /** There are messages that can be answered without another. */
  askable: boolean
  /** The chosen model is known to take no images. */
  textOnly: boolean
  onSend: (draft: Draft) => Promise<'accepted' | 'refused'>
  onAdd: (role: DraftRole, draft: Draft) => Promise<'accepted' | 'refused'>
  onAsk: () => void
  onStop: () => void
  /** Files were dropped that look like conversations: they are no images. */
  onConversationFiles: (files: readonly File[]) => void
  /** What stands between the box and its buttons: the cost card. */
  children: ReactNode
}

/** The message box. What is typed stays until the request was accepted. */
export function Composer(props: ComposerProps): ReactNode {
  const { held, underWay, beginning, ready, askable, textOnly, onSend, onAdd, onAsk, onStop } = props
  const { t, i18n } = useTranslation('playground')
  const box = useRef<HTMLTextAreaElement>(null)
  const [role, setRole] = useState<DraftRole>('user')
  const images = useImages(textOnly, held.addImage)
  const { draft } = held
  useEffect(() => {
    if (beginning) box.current?.focus()
  }, [beginning])
  const tooLong = draft.text.length > LONGEST_PROMPT
  const blank = draft.text.trim() === '' && draft.images.length === 0
  const sendable = ready && !underWay && !tooLong && !blank
  const once = useOneAtATime()
  // A second press before the first was accepted would add the same message again.
  const send = () =>
    once(async () => {
      if (!sendable) return
      box.current?.focus()
      const outcome = role === 'user' ? await onSend(draft) : await onAdd(role, draft)
      if (outcome === 'accepted') held.clearIf(draft)
    })
  /** A button that goes or can no longer be pressed would take the focus with it. */
  const leaveTo = (act: () => void) => {
    box.current?.focus()
    act()
  }
  const tooLongWords = t('tooLong', {
    count: draft.text.length,
    most: countText(LONGEST_PROMPT, i18n.language),
  })
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onDragOver={allowFiles}
      onDrop={(event) => dropFiles(event, { images: images.add, conversations: props.onConversationFiles })}
    >
      <div className="composer-main">
        <Textarea
          ref={box}
          label={t('message')}
          description={t(role === 'user' ? 'messageHint' : 'addHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={t(role === 'user' ? 'messageHint' : 'addHint')}
          className="composer-box"
          rows={2}
          resize="vertical"
          dir="auto"
          value={draft.text}
          error={tooLong ? tooLongWords : null}
          onChange={(event) => held.change({ text: event.currentTarget.value })}
          onPaste={(event) => pasteImages(event, images.add)}
          onKeyDown={(event) => {
            if (!sends(event)) return
            event.preventDefault()
            void send()
          }}
        />
        <div className="composer-buttons">
          <Button type="submit" size="xs" disabled={!sendable}>
            {t(role === 'user' ? 'send' : 'addMessage')}
          </Button>
          <Button variant="default" size="xs" disabled={!underWay} onClick={() => leaveTo(onStop)}>
            {t('stop')}
          </Button>
        </div>
      </div>
      <div className="composer-extras">
        <NativeSelect
          aria-label={t('writtenAs')}
          size="xs"
          value={role}
          onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? 'user')}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`draftRole.${one}`)}
            </option>
          ))}
        </NativeSelect>
        <ImageStrip
          images={draft.images}
          refused={images.refused}
          onFiles={images.add}
          onRemove={(hash) => held.change({ images: without(draft.images, hash) })}
        />
        {askable && blank && !underWay && (
          <button type="button" className="link-button" onClick={() => leaveTo(onAsk)}>
            {t('ask')}
          </button>
        )}
        {props.children}
      </div>
    </form>
  )
}

function without(images: readonly StoredImage[], hash: string): readonly StoredImage[] {
  return images.filter((image) => image.hash !== hash)
}

/** Enter sends, except with Shift and while an input method composes: there Enter accepts a word (also as key 229). */
function sends({ key, shiftKey, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !nativeEvent.isComposing && keyCode !== 229
}
