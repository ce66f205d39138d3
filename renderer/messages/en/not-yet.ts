export const notYet = {
  usage: 'The ledger of every request with its cost is not part of this version yet.',
} as const
