/** One item of a list: its own text without marker and indentation. `checked` is `null` when it is no task. */
export type ListItem = { source: string; checked: boolean | null }

export type Align = 'left' | 'center' | 'right' | null

/** One piece of an answer. `source` is text whose own blocks are read when it is shown; `rows` are lines of a table. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'rule' }
  | { kind: 'quote'; source: string }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly ListItem[] }
  | { kind: 'table'; header: readonly string[]; align: readonly Align[]; rows: readonly string[] }

/** A block that was read; `next` is the first line after it. */
export type Read = { block: Block; next: number }
