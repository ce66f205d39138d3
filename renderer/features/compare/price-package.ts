/**
 * The package that the prices of other vendors come from. It carries no date of its own; `date` is the day on which
 * this version was published. A test holds this against the installed package, so an update must change it too.
 */
export const PRICE_PACKAGE = {
  name: '@pydantic/genai-prices',
  version: '0.1.8',
  date: '2026-09-23',
} as const
