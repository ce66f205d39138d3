import { createHash } from 'node:crypto'
import { MOST_IMAGE_BYTES } from '../../shared/chat/image-limits.ts'
import { imageSize } from '../../shared/chat/image-size.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import type { ImageOutcome } from '../../shared/contract/images.ts'
import type { ImageStore } from './chat-store.ts'
import { type Clock, ServiceFailure } from './ports.ts'

export type ImagesService = {
  /** Throws what storing throws. */
  add(request: { base64: string }): ImageOutcome
  /** Throws `not-found`. */
  read(request: { hash: string }): { type: 'image/jpeg' | 'image/png'; base64: string }
}

/** Takes images into the app. What a file is, its own bytes say; anything else is refused with the reason. */
export function createImagesService({ store, clock }: { store: ImageStore; clock: Clock }): ImagesService {
  return {
    add({ base64 }) {
      const content = Buffer.from(base64, 'base64')
      const size = imageSize(content)
      if (size.kind === 'unknown') return { outcome: 'refused', why: 'type' }
      if (content.length > MOST_IMAGE_BYTES) return { outcome: 'refused', why: 'size' }
      if (size.kind === 'broken') return { outcome: 'refused', why: 'broken' }
      const { type, width, height } = size
      const hash = createHash('sha256').update(content).digest('hex')
      const image = { hash, type, width, height, bytes: content.length }
      store.add(image, content, clock.now())
      return { outcome: 'stored', image }
    },
    read({ hash }) {
      const facts = store.facts(hash)
      const content = store.content(hash)
      if (facts === null || content === null) throw new ServiceFailure(failureOf('not-found'))
      return { type: facts.type, base64: Buffer.from(content).toString('base64') }
    },
  }
}
