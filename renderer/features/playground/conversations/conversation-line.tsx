import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../../../shared/contract/conversation.ts'
import { amountText } from '../../../app/spend/usd-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { besideIt, useFocusLeft } from '../../../ui/use-focus-left.ts'
import type { ConversationCommands } from './use-conversation-commands.ts'

type ConversationLineProps = {
  row: ConversationRow
  open: boolean
  onOpen: (conversationId: string) => void
  commands: ConversationCommands
}

/** One conversation of the list: how it is called, what it cost, and what can be done with it. */
export function ConversationLine({ row, open, onOpen, commands }: ConversationLineProps): ReactNode {
  const { t } = useTranslation('playground')
  const [renaming, setRenaming] = useState(false)
  const name = row.title ?? row.opening ?? t(row.messageCount === 0 ? 'list.empty' : 'list.untitled')
  const facts = useFacts(row)
  if (renaming) {
    return (
      <RenameField
        name={row.title ?? ''}
        onDone={(title) => {
          setRenaming(false)
          if (title !== null) commands.rename(row.id, title)
        }}
      />
    )
  }
  return (
    <div className="conversation-line" data-open={open || undefined}>
      <button
        type="button"
        className="conversation-open"
        aria-current={open ? 'true' : undefined}
        title={name}
        onClick={() => onOpen(row.id)}
      >
        <span className="conversation-name">{name}</span>{' '}
        <span className="quiet conversation-facts" title={facts} data-explain="conversation-cost">
          {facts}
        </span>
      </button>
      <Popover compact label={t('list.actions')}>
        {(close) => (
          <LineMenu row={row} commands={commands} onRename={() => setRenaming(true)} close={close} />
        )}
      </Popover>
    </div>
  )
}

/** What fits is shown, and all of it in the tooltip. */
function useFacts(row: ConversationRow): string {
  const { t } = useTranslation(['playground', 'ui'])
  const { ticks, complete } = row.spent
  const amount = amountText(ticks, complete, (text) => t('ui:atLeast', { amount: text }))
  return [
    ...(row.pinned ? [t('playground:list.pinned')] : []),
    ...(row.underWay ? [t('playground:list.underWay')] : []),
    t('playground:list.messages', { count: row.messageCount }),
    amount ?? t('playground:list.unknownCost'),
  ].join(' · ')
}

type LineMenuProps = {
  row: ConversationRow
  commands: ConversationCommands
  onRename: () => void
  close: () => void
}

function LineMenu({ row, commands, onRename, close }: LineMenuProps): ReactNode {
  const { t } = useTranslation('playground')
  const entries = [
    { name: t('list.rename'), act: onRename },
    { name: t(row.pinned ? 'list.unpin' : 'list.pin'), act: () => commands.pin(row.id, !row.pinned) },
    { name: t('list.duplicate'), act: () => commands.duplicate(row.id) },
    { name: t('list.saveJson'), act: () => commands.save(row.id, 'json') },
    { name: t('list.saveMarkdown'), act: () => commands.save(row.id, 'markdown') },
    { name: t('list.remove'), act: () => commands.remove(row.id) },
  ]
  return (
    <div className="menu">
      {entries.map(({ name, act }) => (
        <Button
          key={name}
          kind="plain"
          onClick={() => {
            close()
            act()
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  )
}

function RenameField({ name, onDone }: { name: string; onDone: (title: string | null) => void }): ReactNode {
  const { t } = useTranslation('playground')
  const form = useRef<HTMLFormElement>(null)
  useFocusLeft(form, besideIt('button'))
  return (
    <form
      ref={form}
      className="conversation-line"
      onSubmit={(event) => {
        event.preventDefault()
        const title = new FormData(event.currentTarget).get('title')
        onDone(typeof title === 'string' ? title : null)
      }}
    >
      <input
        name="title"
        aria-label={t('list.title')}
        defaultValue={name}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the person asked for this very field
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDone(null)
        }}
      />
      <button type="submit" className="link-button">
        {t('edit.save')}
      </button>
    </form>
  )
}
