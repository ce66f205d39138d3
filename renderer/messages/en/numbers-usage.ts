/** The ledger, budgets and the key: what `What is this?` says of them. */
export const numbersUsage = {
  spent: {
    name: 'Spent',
    meaning: 'What the requests of a period cost. “At least” when a part of it is not known.',
    formula: 'Sum over requests: billed, else computed, else estimated. The three parts add up to it.',
  },
  'request-count': {
    name: 'Number of requests',
    meaning: 'How many attempts the ledger holds for the period and the filters.',
    formula: 'Every attempt that was sent counts once, also when it was refused or broke off.',
  },
  'billed-sum': {
    name: 'Billed',
    meaning: 'What the API says it charged for the requests it told a bill for.',
    formula: 'Sum of the bills, in ticks.',
  },
  'computed-sum': {
    name: 'Computed',
    meaning: 'What the requests cost by the price list of when each was sent.',
    formula: 'Sum of tokens × prices of each request, in ticks.',
  },
  'difference-sum': {
    name: 'Difference',
    meaning: 'How far bills and computation are apart.',
    formula: 'Sum of billed − computed over the requests that have both.',
  },
  'confirmed-part': {
    name: 'Confirmed',
    meaning: 'The part of what was spent that rests on a bill or on a complete usage of the API.',
    formula: 'Sum over requests in the state “confirmed” or “refused”.',
  },
  'estimated-part': {
    name: 'Estimated',
    meaning: 'The part that was stopped or cut off before the API told the usage.',
    formula: 'Sum of prompt and text that came × prices, marked as an estimate.',
  },
  'unknown-part': {
    name: 'Unknown',
    meaning: 'Requests whose end is not known. The sum is what could be worked out so far, a lower bound.',
    formula: 'Never counted as zero: the total then says “at least”.',
  },
  'token-sum': {
    name: 'Tokens of the period',
    meaning: 'How many tokens of a class the requests used.',
    formula: 'Sum of what the API’s usage said.',
  },
  'spend-chart': {
    name: 'Spend chart',
    meaning: 'What was spent, by day, model, conversation, key or token class.',
    formula: 'The same ticks as in the totals, grouped; the data table below the chart has them exactly.',
  },
  'cost-spread': {
    name: 'Spread of costs',
    meaning: 'How many requests cost about how much.',
    formula: 'Requests counted in classes of cost.',
  },
  'model-speed': {
    name: 'Speed of models',
    meaning: 'Time to first token and tokens per second of each model, as measured here.',
    formula: 'Mean, median and slowest 5% of the requests of the period.',
  },
  'row-sequence': {
    name: 'Number of a row',
    meaning: 'The place of this row in the order in which rows were put on record, whatever the clock said.',
    formula: 'Counted up by one with each row, and never used again.',
  },
  'row-tokens': {
    name: 'Tokens of a request',
    meaning: 'Tokens of a class that the API counted for the request of this row.',
    formula: 'From the answer’s usage; a dash where it told none.',
  },
  'row-cost': {
    name: 'Cost of a request',
    meaning: 'What the request of this row cost.',
    formula: 'Billed, else computed, else estimated; its state says which.',
  },
  'month-end': {
    name: 'End of the month',
    meaning: 'What the month will have cost if the rest of it is like what was so far.',
    formula:
      'Spent so far + mean of the recent full days × days left. Eight of ten such months would end in the range.',
  },
  'budget-limit': {
    name: 'Limit of a budget',
    meaning: 'What you allowed to be spent. A request that would pass it is stopped before it is sent.',
    formula: 'Your own number.',
  },
  'budget-used': {
    name: 'Used of a budget',
    meaning: 'What was spent of it in its period, what is under way, and the share of the limit.',
    formula: 'Spent in the period + reserved for requests under way; share = that ÷ limit.',
  },
  'what-if': {
    name: 'What if',
    meaning: 'What the same requests would have cost with another model.',
    formula:
      'Tokens of each request × prices of the other model, summed in ticks; difference = that − actual. Requests with unknown counts are left out, and told.',
  },
  reconciliation: {
    name: 'Reconciliation',
    meaning: 'The provider’s total beside the ledger’s for the same period.',
    formula:
      'Provider − ledger; within the tolerance when it is no more than rounding of the provider’s numbers.',
  },
  'try-number': {
    name: 'Try',
    meaning: 'Which try of the same sending this request was; 1 is the first.',
    formula:
      'A request that fails in a way that may pass is sent again, and each try is a row with a cost of its own.',
  },
  'import-count': {
    name: 'Imported rows',
    meaning: 'How many rows of the file are new, known already, or cannot be read.',
    formula: 'Counted in the file; a row that is known is not added again.',
  },
  'check-time': {
    name: 'Time of the check',
    meaning: 'How long the server took to say what it knows of the key.',
    formula: 'Time the answer came − time it was asked.',
  },
  'permission-count': {
    name: 'Number of models',
    meaning: 'How many models the grid shows, of how many there are.',
    formula: 'Counted from the list of models and the key’s access strings.',
  },
  'data-size': {
    name: 'Size on disk',
    meaning: 'How much room the database, a backup or a file takes.',
    formula: 'Size of the files on this computer.',
  },
  retention: {
    name: 'How long things are kept',
    meaning: 'After how many days something is deleted by itself, and what was deleted because of it.',
    formula: 'Your own number.',
  },
} as const
