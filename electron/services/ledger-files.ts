/** A file that is being written. Throws `ServiceFailure` for what the disk refuses. */
export type FileWriter = {
  write(text: string): void
  /** Durable, and under its name, when it returns. */
  finish(): void
  giveUp(): void
}

/** `bytes` of a piece are those of the file it was made of. */
export type FileReader = { bytes: number; pieces(): AsyncIterable<{ bytes: number; text: string }> }

export type LedgerFiles = {
  /** Asks the person where to write; `null` when they thought better of it. */
  choosePath(fileName: string, kind: 'csv' | 'jsonl'): Promise<string | null>
  /** Asks the person for a file to read. */
  chooseFile(): Promise<string | null>
  writer(path: string): FileWriter
  reader(path: string): FileReader
}

/** Lets everything else that waits have its turn: the window must not feel that a file is being worked on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
