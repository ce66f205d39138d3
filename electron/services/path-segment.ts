/** A name or an id as one segment of a path; `null` for what no URL can carry there: dots would lead to another route. */
export function pathSegment(name: string): string | null {
  if (/^\.{1,2}$/.test(name)) return null
  try {
    return encodeURIComponent(name)
  } catch (error) {
    // Half of a surrogate pair has no UTF-8.
    if (error instanceof URIError) return null
    throw error
  }
}
