import { useState } from 'react'
import { MOST_IMAGE_BYTES } from '../../../../shared/chat/image-limits.ts'
import type { ImageOutcome } from '../../../../shared/contract/images.ts'
import type { StoredImage } from '../../../../shared/contract/message.ts'
import { useRpc } from '../../../rpc.ts'

/** Why a file was not attached, with its own name (untrusted). */
export type RefusedImage = {
  name: string
  why: Extract<ImageOutcome, { outcome: 'refused' }>['why'] | 'text-only' | 'failed'
}

/**
 * Attaches files as images. What a file is, is told by its bytes in the main process; what is too large is not even
 * read here. `textOnly`: the chosen model is known to take no images.
 */
export function useImages(
  textOnly: boolean,
  onImage: (image: StoredImage) => void,
): { add: (files: readonly File[]) => void; refused: readonly RefusedImage[]; forget: () => void } {
  const { client } = useRpc()
  const [refused, setRefused] = useState<readonly RefusedImage[]>([])
  const addOne = async (file: File): Promise<RefusedImage | null> => {
    if (textOnly) return { name: file.name, why: 'text-only' }
    if (file.size > MOST_IMAGE_BYTES) return { name: file.name, why: 'size' }
    try {
      const added = await client.images.add({ base64: await base64Of(file) })
      if (added.outcome === 'refused') return { name: file.name, why: added.why }
      onImage(added.image)
      return null
    } catch {
      return { name: file.name, why: 'failed' }
    }
  }
  const addAll = async (files: readonly File[]) => {
    const outcomes: (RefusedImage | null)[] = []
    for (const file of files) outcomes.push(await addOne(file))
    setRefused(outcomes.filter((outcome) => outcome !== null))
  }
  return { add: (files) => void addAll(files), refused, forget: () => setRefused([]) }
}

/** The bytes of a file as base64 text. */
function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(new Error('the file could not be read'))
    reader.readAsDataURL(file)
  })
}
