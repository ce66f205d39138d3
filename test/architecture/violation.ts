/** One place that breaks one rule. `line` counts from 1; 0 means the file as a whole. */
export type Violation = { rule: string; path: string; line: number; what: string }

/** One line a person can click on. */
export function describeViolation({ path, line, rule, what }: Violation): string {
  return `${path}:${line} [${rule}] ${what}`
}

/** The line that a character offset of `text` lies on, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
