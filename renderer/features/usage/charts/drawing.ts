/** What the drawings are given: places to draw with and, beside each, the exact words that are read. */
type DrawnPart = { value: number; text: string }
export type DrawnBar = { label: string; parts: readonly DrawnPart[]; total: string; sum: number }
/** `value: null` leaves a gap in the line: unknown is not zero. */
export type DrawnPoint = { label: string; value: number | null; text: string; rows: readonly TipFact[] }
type TipFact = { label: string; text: string }
export type DrawnSlice = { name: string; value: number; text: string; share: string }
