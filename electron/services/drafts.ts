import type { DraftPlace } from '../../shared/contract/drafts.ts'
import type { StoredImage } from '../../shared/contract/message.ts'
import type { ImageStore } from './chat-store.ts'

/** `images` are hashes. */
type StoredDraft = { text: string; images: readonly string[] }

export type DraftStore = {
  read(place: DraftPlace): StoredDraft | null
  /** `null` erases. Survives a crash of the app, not a power cut. Of an unknown conversation nothing is kept. */
  save(place: DraftPlace, draft: StoredDraft | null): void
}

export type DraftsService = {
  read(request: { place: DraftPlace }): { text: string; images: StoredImage[] } | null
  save(request: { place: DraftPlace; draft: StoredDraft | null }): Record<string, never>
}

type Ports = { store: DraftStore; images: Pick<ImageStore, 'facts'> }

/** Keeps what was typed and not sent yet. Throws what storing throws. */
export function createDraftsService({ store, images }: Ports): DraftsService {
  return {
    read({ place }) {
      const draft = store.read(place)
      return draft && { text: draft.text, images: draft.images.flatMap((hash) => images.facts(hash) ?? []) }
    },
    save({ place, draft }) {
      store.save(place, draft)
      return {}
    },
  }
}
