/** The seven views in the order of their links and of Ctrl+1 … Ctrl+7. The name is also the path: `#/models`. */
export const viewNames = [
  'models',
  'compare',
  'tokenizer',
  'playground',
  'usage',
  'api-key',
  'settings',
] as const
export type ViewName = (typeof viewNames)[number]

/** The address of a view inside the hash, such as `/models`. */
export function viewPath(view: ViewName): string {
  return `/${view}`
}

/** The view that a hash path such as `/models/grok-4` belongs to; `null` when it is none of ours. */
export function viewOfPath(path: string): ViewName | null {
  const first = path.split(/[/?]/)[1]
  return viewNames.find((view) => view === first) ?? null
}
