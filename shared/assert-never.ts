/** Ends every `switch` over a closed union: a new member does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${typeof value === 'string' ? value : typeof value}`)
}
