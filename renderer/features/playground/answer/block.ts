/** One item of a list: its own text without marker and indentation. `checked` is `null` when it is no task. */
export type ListItem = { source: string; checked: boolean | null }

export type Align = 'left' | 'center' | 'right' | null

/** One piece of an answer. `source` is text whose own blocks are read when it is shown; `rows` are lines of a table. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; level: number; text: string }
  /** `closed` is false while its closing fence has not come. */
  | { kind: 'code'; language: string; text: string; closed: boolean }
  | { kind: 'rule' }
  /** A formula on its own, in TeX. `closed` is false while its end has not come. */
  | { kind: 'math'; tex: string; closed: boolean }
  | { kind: 'footnote'; label: string; source: string }
  | { kind: 'quote'; source: string }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly ListItem[] }
  | { kind: 'table'; header: readonly string[]; align: readonly Align[]; rows: readonly string[] }

/** A block that was read; `next` is the first line after it. */
export type Read = { block: Block; next: number }
