/** Texts of the demo's answers, about the one subject it knows: how a language model's bill comes about. */
export type Section = { heading: string; text: string }

export const SECTIONS: readonly [Section, ...Section[]] = [
  {
    heading: 'What a token is',
    text: 'A model does not read letters or words. It reads tokens: short runs of bytes that often, but not always, fall together with a word and the space before it. Plain English comes to roughly four characters a token; code, numbers and other scripts take more.',
  },
  {
    heading: 'Input and output',
    text: 'Everything you send counts as input: system text, the whole conversation so far and every image. Everything the model writes counts as output, which usually costs several times as much. That is why a short question with a long answer can cost more than the other way round.',
  },
  {
    heading: 'Reasoning',
    text: 'Some models think before they answer. Those tokens are billed at the output price although you may never see them, so two answers that look alike can differ tenfold in cost. A lower effort setting is the first thing to try when quality allows it.',
  },
  {
    heading: 'The prompt cache',
    text: 'When a request starts with the same text as an earlier one, that beginning can be served from a cache at a fraction of the price. Put what never changes first and what changes last: a date in the first line of a system prompt spoils the discount for everything after it.',
  },
  {
    heading: 'Long prompts',
    text: 'Above a threshold the whole request moves to a higher price, not only the part above it. A prompt one token too long can double the bill, so it pays to trim before the border instead of after it.',
  },
  {
    heading: 'Names that move',
    text: 'An alias points at whichever model its owner chooses today. Pin the dated name where you need the same price and behaviour tomorrow, and keep the alias where you would rather have improvements without a deploy.',
  },
  {
    heading: 'Measuring',
    text: 'Estimates are for planning and the usage block of an answer is for accounting. Keep both: when they drift apart, something in your traffic has changed, and it is better to learn it from your own ledger than from an invoice.',
  },
  {
    heading: 'Stopping early',
    text: 'Ending a stream stops the text, not necessarily the charge for what was generated until then. A limit on the answer length is the safer brake, because the service itself obeys it.',
  },
]

export const BULLETS: readonly [string, ...string[]] = [
  '- **Measure first.** Look at a week of real requests before choosing a model.',
  '- **Keep the stable part in front.** It is the part that can be cached.',
  '- **Cap the answer.** Most answers are longer than anybody reads.',
  '- **Send less history.** A conversation pays for its whole past at every turn.',
  '- **Try the smaller model.** Compare on your own prompts, not on a leaderboard.',
  '- **Watch the threshold.** Long-context prices apply to the whole request.',
]

export const GREETINGS: readonly [string, ...string[]] = [
  "Hello! I'm the built-in demo, so my answers were written in advance, but the tokens and the cost are counted for real.",
  'Hi there! Nothing you type here leaves this computer. Ask me something longer and watch the running cost.',
  'Hello, and welcome! Try asking for a list, some code or a long essay to see how the price follows the length.',
]

export const THOUGHTS: readonly [string, ...string[]] = [
  'The user wants a direct answer, so I should begin with the point and explain afterwards.',
  'First I should settle what exactly is being asked and which part of it I can answer.',
  'A short structure will help here: one claim, the reason for it, and what follows in practice.',
  'I should check the claim about price: output tokens cost more than input tokens, and reasoning counts as output.',
  'An example with small numbers would make this easier to follow than another general sentence.',
  'There is a risk of saying too much. I will keep the parts that change a decision and drop the rest.',
  'Let me check the order once more: the general rule, the exception, then the advice.',
  'That seems complete. I can write the answer now.',
]
