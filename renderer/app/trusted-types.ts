type PolicyRules = {
  createHTML: (text: string) => string
  createScript: (text: string) => string
  createScriptURL: (text: string) => string
}

/** The part of the browser's Trusted Types that is used; absent where the browser has none. */
type PolicyFactory = { createPolicy: (name: string, rules: PolicyRules) => unknown }

function refuse(what: string): never {
  throw new TypeError(`Trusted Types: ${what} is not allowed in this page`)
}

/** Style text contains no `<` and passes; anything that could be a tag never becomes HTML. */
export const policyRules: PolicyRules = {
  createHTML: (text) => (text.includes('<') ? refuse('HTML from a string') : text),
  createScript: () => refuse('script from a string'),
  createScriptURL: () => refuse('a script address from a string'),
}

function hasFactory(page: object): page is { trustedTypes: PolicyFactory } {
  return 'trustedTypes' in page && typeof page.trustedTypes === 'object' && page.trustedTypes !== null
}

/** Makes the page's only policy. It must run before anything else writes to the document. */
export function installTrustedTypes(page: object): void {
  if (hasFactory(page)) page.trustedTypes.createPolicy('default', policyRules)
}
