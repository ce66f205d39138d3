import { isoTime } from '../export/iso-time.ts'
import { toMarkdownTable } from '../export/markdown-table.ts'
import { toCsv } from '../ledger/csv.ts'
import { formatUsd, type Ticks } from '../money/ticks.ts'
import type { ImageModel } from './model.ts'

/** The models on screen, in their order. `host` and `readAt` (UTC ms, `null` = unknown) say whose list it is. */
export type ImageExport = {
  models: readonly ImageModel[]
  host: string
  demo: boolean
  readAt: number | null
}

/** One line for each price a model has: its default (no quality, no resolution) first, then its variants. */
type Line = { model: ImageModel; quality: string | null; resolution: string | null; price: Ticks | null }

const COLUMNS = [
  'Model',
  'Aliases',
  'Input modalities',
  'Quality',
  'Resolution',
  'USD per image',
  'Ticks per image',
  'Prompt limit',
  'Created',
] as const
const NUMBERS: ReadonlySet<string> = new Set(['USD per image', 'Ticks per image', 'Prompt limit'])

/** CSV, a line for each price, with dollars and ticks side by side. Unknown is an empty cell. */
export function imageCsv({ models, host, demo, readAt }: ImageExport): string {
  const columns = COLUMNS.map((key) => ({
    key,
    kind: NUMBERS.has(key) ? ('number' as const) : ('text' as const),
  }))
  const about = [{ key: 'host' }, { key: 'demo' }, { key: 'readAt' }]
  const rows = linesOf(models).map((line) => [...cellsOf(line), host, demo, isoTime(readAt)])
  return toCsv([...columns, ...about], rows)
}

/** JSON: every model with its prices as ticks per image in text, `null` = unknown. */
export function imageJson({ models, host, demo, readAt }: ImageExport): string {
  const body = {
    host,
    demo,
    readAt: isoTime(readAt),
    priceUnit: 'ticks per image; 1 tick = 1e-10 USD',
    models: models.map((model) => ({
      id: model.id,
      aliases: model.aliases,
      inputModalities: model.inputModalities,
      maxPromptLength: model.maxPromptLength,
      created: model.created,
      imagePrice: ticksText(model.imagePrice),
      pricing: model.pricing.map(({ pricePerImage, ...variant }) => ({
        ...variant,
        pricePerImage: ticksText(pricePerImage),
      })),
    })),
  }
  return `${JSON.stringify(body, null, 2)}\n`
}

/** A Markdown table, a line for each price; unknown is `–`, as on screen. */
export function imageMarkdown({ models, host, demo, readAt }: ImageExport): string {
  const heads = COLUMNS.map((header) => ({
    header,
    align: NUMBERS.has(header) ? ('right' as const) : ('left' as const),
  }))
  const cells = linesOf(models).map((line) =>
    cellsOf(line).map((cell) => (cell === null ? '–' : String(cell))),
  )
  const read = readAt === null ? '' : `, read ${isoTime(readAt)}`
  return `${toMarkdownTable(heads, cells)}\n${demo ? 'Demo' : host}${read}\n`
}

function linesOf(models: readonly ImageModel[]): Line[] {
  return models.flatMap((model) => [
    { model, quality: null, resolution: null, price: model.imagePrice },
    ...model.pricing.map(({ quality, resolution, pricePerImage }) => ({
      model,
      quality,
      resolution,
      price: pricePerImage,
    })),
  ])
}

/** In the order of `COLUMNS`. */
function cellsOf({ model, quality, resolution, price }: Line): (string | number | bigint | null)[] {
  return [
    model.id,
    model.aliases.join(', '),
    model.inputModalities.join(', '),
    quality,
    resolution,
    price === null ? null : formatUsd(price, { digits: 'exact' }).replace('$', ''),
    price,
    model.maxPromptLength,
    isoTime(model.created === null ? null : model.created * 1000)?.slice(0, 10) ?? null,
  ]
}

function ticksText(price: Ticks | null): string | null {
  return price === null ? null : price.toString()
}
