import type { ImageModel } from '../../../../shared/catalog/model.ts'
import type { SortValue } from './sort.ts'

/** One line of the table `Image generation models`. */
export type ImageRow = { id: string; aliases: readonly string[]; model: ImageModel }

export function imageRows(models: readonly ImageModel[]): ImageRow[] {
  return models.map((model) => ({ id: model.id, aliases: model.aliases, model }))
}

/** The rows whose id or aliases contain every word of `text`, in any case; all rows when it is blank. */
export function searchImages(rows: readonly ImageRow[], text: string): readonly ImageRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(({ id, aliases }) => {
    const names = [id, ...aliases].join(' ').toLowerCase()
    return words.every((word) => names.includes(word))
  })
}

export const imageKeys = ['id', 'aliases', 'inputModalities', 'price', 'maxPromptLength', 'created'] as const
export type ImageKey = (typeof imageKeys)[number]

export const imageSortValues: Record<ImageKey, (row: ImageRow) => SortValue> = {
  id: (row) => row.id,
  aliases: (row) => (row.aliases.length === 0 ? null : row.aliases.join(', ')),
  inputModalities: (row) =>
    row.model.inputModalities.length === 0 ? null : row.model.inputModalities.join(', '),
  price: (row) => row.model.imagePrice,
  maxPromptLength: (row) => row.model.maxPromptLength,
  created: (row) => row.model.created,
}
