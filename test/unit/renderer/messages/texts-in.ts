/** Texts by their path in the catalogue, such as `usage.tabs.label`. */
export type Texts = ReadonlyMap<string, string>

export function textsIn(catalogue: object): Texts {
  return new Map(walk(catalogue, ''))
}

function* walk(value: object, path: string): Generator<[string, string]> {
  for (const [key, child] of Object.entries(value) as [string, unknown][]) {
    if (typeof child === 'string') yield [path + key, child]
    else if (typeof child === 'object' && child !== null) yield* walk(child, `${path}${key}.`)
  }
}
