import './playground.css'
import './conversations/conversations.css'
import './messages/messages.css'
import './setup/setup.css'
import './details/details.css'
import './compare/compare.css'
import './words.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../app/use-address-state.ts'
import { ViewHeading } from '../../app/view-heading.tsx'
import { useRpc } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { ConversationPane } from './conversation-pane.tsx'
import { ConversationList } from './conversations/conversation-list.tsx'
import { useConversationCommands } from './conversations/use-conversation-commands.ts'
import type { FoundMessage } from './found-message.ts'
import type { SideTab } from './side-panel.tsx'

/** As playground.css says: a panel takes the place of the list. */
const NARROW = '(max-width: 1180px)'

/** Ask a model, watch the answer come, see what it cost; every conversation is kept. */
export function PlaygroundView(): ReactNode {
  const { t } = useTranslation('playground')
  const { state, change } = useAddressState()
  const { client } = useRpc()
  const [listWanted, setListWanted] = useState(true)
  const [side, setSide] = useState<SideTab | null>(null)
  const isNarrow = useMedia(NARROW)
  const [latest, setLatest] = useState<string | null>(null)
  const [found, setFound] = useState<FoundMessage | null>(null)
  const [beginning, setBeginning] = useState(false)
  const chosen = state.get('conversation')
  const sideBySide = state.get('view') === 'side-by-side'
  const open = (conversationId: string, messageId?: string) => {
    change({ conversation: conversationId, model: null, view: null })
    setFound(null)
    if (messageId === undefined) return
    // The message may stand on another branch: finding it shows that branch.
    client.conversations.find({ conversationId, messageId }).then(
      ({ index }) => setFound({ conversationId, messageId, index, round: performance.now() }),
      () => undefined,
    )
  }
  const commands = useConversationCommands(chosen ?? latest, open, setBeginning)
  const isHidden = isNarrow && side !== null && !sideBySide
  const showList = () => {
    setListWanted(true)
    if (isHidden) setSide(null)
  }
  return (
    <div className="playground" data-list={listWanted || undefined}>
      <ViewHeading view="playground">
        <span className="playground-buttons">
          <Button expanded={sideBySide} onClick={() => change({ view: sideBySide ? null : 'side-by-side' })}>
            {t('compare.open')}
          </Button>
          <Button
            expanded={listWanted && !isHidden}
            onClick={listWanted && !isHidden ? () => setListWanted(false) : showList}
          >
            {t('list.label')}
          </Button>
        </span>
      </ViewHeading>
      <div className="playground-columns">
        {listWanted && <ConversationList openId={chosen ?? latest} onOpen={open} commands={commands} />}
        <ConversationPane
          chosen={chosen}
          beginning={beginning}
          found={found}
          wished={state.get('model')}
          sideBySide={sideBySide}
          onSideBySide={(shown) => change({ view: shown ? 'side-by-side' : null })}
          onKnown={setLatest}
          side={side}
          onSide={setSide}
          onConversationFiles={(files) => {
            // What comes of it is told there.
            showList()
            commands.importDropped(files)
          }}
        />
      </div>
    </div>
  )
}
