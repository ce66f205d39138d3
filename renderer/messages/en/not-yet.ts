export const notYet = {
  compare:
    'Comparing models on your own workload is not part of this version yet. Until then, Models sorts by any price.',
  tokenizer: 'Counting and showing the tokens of a text is not part of this version yet.',
  usage: 'The ledger of every request with its cost is not part of this version yet.',
} as const
