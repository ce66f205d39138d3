/** Before, during and after a request: what `What is this?` says of it. */
export const numbersAnswers = {
  'prompt-tokens': {
    name: 'Prompt tokens',
    meaning: 'How many tokens sending now would bill as prompt: the conversation, your text and its images.',
    formula: 'Tokens of the texts (estimated, or counted) + what a request adds + tokens of images.',
  },
  'prompt-overhead': {
    name: 'What a request adds',
    meaning: 'Hidden tokens that the server adds to every prompt: its own instructions and the format.',
    formula: 'Median, over billed requests of this model, of billed prompt − tokens of the texts.',
  },
  'likely-cost': {
    name: 'Likely cost',
    meaning: 'What this request will probably cost.',
    formula:
      'Prompt tokens × input price + likely answer × output price, in ticks. The answer is taken as long as the earlier ones here in the middle, or 500 tokens.',
  },
  'largest-cost': {
    name: 'Largest cost',
    meaning: 'The most this request can cost if the answer becomes as long as it may.',
    formula:
      'Prompt tokens × input price + longest possible answer × output price, in ticks. A limit caps only what is visible, so a model that reasons may fill its window.',
  },
  'context-share': {
    name: 'Share of the context window',
    meaning: 'How much of what the model can hold the prompt fills.',
    formula: 'Tokens ÷ context length.',
  },
  'budget-left': {
    name: 'Left of the budget',
    meaning: 'What can still be spent before a budget stops a request.',
    formula: 'Limit − what the ledger says was spent in its period.',
  },
  'live-tokens': {
    name: 'Answer tokens so far',
    meaning: 'How long the answer is while it still grows.',
    formula: 'Estimated from the text that came; what the server tells replaces it at the end.',
  },
  'running-cost': {
    name: 'Cost so far',
    meaning: 'What the answer would cost if it ended now.',
    formula: 'Prompt tokens × input price + tokens so far × output price; ≈ while a count is an estimate.',
  },
  'first-token': {
    name: 'Time to first token',
    meaning: 'How long it took until the first piece of the answer or of its reasoning came.',
    formula: 'Time of the first piece − time the request was sent.',
  },
  'answer-speed': {
    name: 'Tokens per second',
    meaning: 'How fast the answer came once it had begun.',
    formula: 'Visible answer tokens × 1,000 ÷ (whole time − time to first token), both in milliseconds.',
  },
  duration: {
    name: 'Whole time',
    meaning: 'How long the request took, waiting included.',
    formula: 'Time the answer ended − time the request was sent.',
  },
  billed: {
    name: 'Billed',
    meaning: 'What the API says it charged. This is the number that is on your bill.',
    formula: 'The answer’s cost_in_usd_ticks as it came: 1 tick = $0.0000000001.',
  },
  computed: {
    name: 'Computed',
    meaning: 'What the answer costs by the price list, worked out without looking at the bill.',
    formula: 'Sum over token classes of tokens × price of the class, in ticks, prices of when it was sent.',
  },
  'bill-difference': {
    name: 'Billed against computed',
    meaning: 'How far the bill is from the computation, and which single change explains it to the tick.',
    formula: 'Billed − computed. A reason is called exact only when it gives the bill to the last tick.',
  },
  'class-tokens': {
    name: 'Tokens of a class',
    meaning: 'How many tokens of this class the API counted for this request.',
    formula:
      'From the answer’s usage. Cached and image tokens are taken out of the prompt line, so none counts twice.',
  },
  'class-price': {
    name: 'Price of a class',
    meaning: 'What one token of this class cost for this request.',
    formula: 'Price of when it was sent, in the context tier that held for the request.',
  },
  'class-amount': {
    name: 'Amount of a class',
    meaning: 'What the tokens of this class cost.',
    formula: 'Tokens × price, in whole ticks.',
  },
  'request-total': {
    name: 'Total of a request',
    meaning: 'What all classes of one request cost together.',
    formula: 'Sum of the amounts above it, to the tick. With an unknown part it says “at least”.',
  },
  'reasoning-tokens': {
    name: 'Reasoning tokens',
    meaning: 'Tokens the model thought before it answered. They are billed like the answer.',
    formula: 'From the answer’s usage. In chat completions they stand beside completion_tokens, not inside.',
  },
  'limits-left': {
    name: 'Left of the limit',
    meaning: 'How many requests, tokens or credits are left before the server refuses.',
    formula: 'As the headers of the last answer said it, for the model that answered.',
  },
  'message-cost': {
    name: 'Cost of a message',
    meaning: 'What each answer of this conversation cost.',
    formula: 'Billed where the API told a bill, otherwise computed, otherwise estimated (≈).',
  },
  'conversation-cost': {
    name: 'Cost of the conversation',
    meaning: 'What all answers of this conversation cost so far, branches that are not shown included.',
    formula: 'Sum of the messages, to the tick.',
  },
  'answer-length': {
    name: 'Length of the answer',
    meaning: 'How long the answer is.',
    formula: 'Billed output tokens from the answer’s usage; while it grows, an estimate.',
  },
  'event-time': {
    name: 'Time in the request',
    meaning: 'When each part of the exchange with the server happened.',
    formula: 'Time of the event − time the request was sent, in milliseconds.',
  },
} as const
