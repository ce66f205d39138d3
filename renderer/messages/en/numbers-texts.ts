/** Counting tokens and comparing models: what `What is this?` says of it. */
export const numbersTexts = {
  'token-count': {
    name: 'Number of tokens',
    meaning: 'How many tokens the chosen model’s tokenizer makes of this text.',
    formula:
      'Counted by the server’s tokenizer; with “About” in front it is an estimate from the text itself.',
  },
  'estimate-error': {
    name: 'Error of an estimate',
    meaning: 'How far estimates of this kind of text were from the exact count so far.',
    formula: '(Estimated − exact) ÷ exact; the largest one among the last counts.',
  },
  characters: {
    name: 'Characters',
    meaning: 'How many characters the text has.',
    formula: 'Counted in the text. Characters for each token: characters ÷ tokens.',
  },
  'text-bytes': {
    name: 'Bytes',
    meaning: 'How large the text is.',
    formula: 'Counted in the text or its file.',
  },
  'token-place': {
    name: 'Place of a token',
    meaning: 'Which token it is, its number in the vocabulary, and where it stands in the text.',
    formula: 'As the tokenizer answered; places are counted in the text.',
  },
  'text-cost': {
    name: 'Cost of this text',
    meaning: 'What the text costs as prompt, or as prompt with an answer, as often as you say.',
    formula: '(Tokens × input price + answer tokens × output price) × repetitions, in ticks.',
  },
  'count-difference': {
    name: 'Difference of two counts',
    meaning: 'How many tokens more or fewer the second text or model takes.',
    formula: 'Tokens of the second − tokens of the first.',
  },
  'learned-factor': {
    name: 'Learned factor',
    meaning: 'How many exact tokens one estimated token stands for, for this kind of text and model.',
    formula: 'Median of exact count ÷ raw estimate over the newest counts.',
  },
  'files-counted': {
    name: 'Files counted',
    meaning: 'How far counting the dropped files has come.',
    formula: 'Files that are finished, of all that were dropped.',
  },
  'workload-sum': {
    name: 'One request of your workload',
    meaning: 'What one request of the workload above sends and receives.',
    formula: 'Your own numbers; tokens of images by the formula you chose.',
  },
  'workload-cost': {
    name: 'Workload cost',
    meaning: 'What your workload costs with this model in each period.',
    formula: 'Cost of one request × requests per day × days (30 a month, 365 a year), in ticks.',
  },
  'cost-ratio': {
    name: 'To the cheapest',
    meaning: 'How many times the cheapest model’s cost this is. Rounded for the eye; the amounts are exact.',
    formula: 'Cost of this model ÷ cost of the cheapest.',
  },
  'class-cost': {
    name: 'Cost by token class',
    meaning: 'Which part of the workload’s cost comes from which class of tokens.',
    formula: 'Tokens of the class × its price, for the chosen period, in ticks.',
  },
  'break-even': {
    name: 'Break-even',
    meaning: 'Where one of two models becomes cheaper than the other.',
    formula:
      'The value at which both costs of a request are equal; the steps of long-context prices are kept.',
  },
} as const
