import { MOST_DRAFT_CHARACTERS } from '../../shared/chat/draft-limits.ts'
import type { RpcClient } from '../rpc.ts'
import { beforeGoing } from './before-going.ts'
import { oncePerClient } from './once-per-client.ts'

type Saving = Parameters<RpcClient['drafts']['save']>[0]
type DraftSaver = (place: Saving['place'], draft: NonNullable<Saving['draft']>) => void

/** Typing is not written down letter by letter, but after a pause of this many ms. */
const PAUSE_MS = 300

/** Keeps what is typed and not sent for the next start, one saver for the life of the page. */
export const draftSaverOf = oncePerClient(createDraftSaver)

function createDraftSaver(client: RpcClient): DraftSaver {
  const waiting = new Map<string, { saving: Saving; timer: ReturnType<typeof setTimeout> }>()

  function send(key: string): void {
    const next = waiting.get(key)
    if (next === undefined) return
    clearTimeout(next.timer)
    waiting.delete(key)
    // What a full disk does not take is still on screen.
    client.drafts.save(next.saving).catch(() => undefined)
  }
  beforeGoing(() => {
    for (const key of [...waiting.keys()]) send(key)
  })
  return (place, draft) => {
    const key = JSON.stringify(place)
    const isNothing = draft.text === '' && draft.images.length === 0
    const saving = { place, draft: isNothing || draft.text.length > MOST_DRAFT_CHARACTERS ? null : draft }
    clearTimeout(waiting.get(key)?.timer)
    waiting.set(key, { saving, timer: setTimeout(() => send(key), PAUSE_MS) })
    if (isNothing) send(key)
  }
}
