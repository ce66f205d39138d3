/** What the search looks at. */
export type Named = { readonly id: string; readonly aliases: readonly string[] }

/** The rows whose id or aliases contain every word of `text`, in any case; all rows when it is blank. */
export function searchRows<Row extends Named>(rows: readonly Row[], text: string): readonly Row[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return rows
  return rows.filter(({ id, aliases }) => {
    const names = [id, ...aliases].join(' ').toLowerCase()
    return words.every((word) => names.includes(word))
  })
}
