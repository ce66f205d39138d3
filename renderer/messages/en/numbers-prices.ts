/** Prices and limits of models: what `What is this?` says of them. */
export const numbersPrices = {
  'input-price': {
    name: 'Input price',
    meaning: 'What one prompt token costs that was not in the server’s cache.',
    formula: 'As listed, in whole ticks per token. 10,000 ticks per token are $1 per 1M tokens.',
  },
  'cached-price': {
    name: 'Cached price',
    meaning: 'What one prompt token costs that the server still had in its cache.',
    formula: 'As listed, in ticks per token. Where none is listed, or 0, the input price holds.',
  },
  'output-price': {
    name: 'Output price',
    meaning: 'What one token of the answer costs. Reasoning tokens cost the same.',
    formula: 'As listed, in whole ticks per token.',
  },
  'image-input-price': {
    name: 'Image input price',
    meaning: 'What one token of an image in the prompt costs.',
    formula: 'As listed, in ticks per token. Where none is listed, the input price holds.',
  },
  'long-context-price': {
    name: 'Long-context price',
    meaning: 'The price that replaces the usual one when the prompt is long.',
    formula: 'Holds for every token of a request whose prompt, cached part included, reaches the threshold.',
  },
  'long-context-threshold': {
    name: 'Long-context threshold',
    meaning: 'From how many prompt tokens on the long-context prices hold.',
    formula: 'As listed, in tokens. The whole request is affected, not only what lies above it.',
  },
  'search-price': {
    name: 'Search price',
    meaning: 'What one source costs that the server searched for an answer.',
    formula: 'As listed, in ticks per source: sources used × this price.',
  },
  'image-price': {
    name: 'Price of an image',
    meaning: 'What one generated image costs. Images are paid by the piece, not by tokens.',
    formula: 'As listed, in ticks per image: images × this price.',
  },
  'listed-price': {
    name: 'Listed price',
    meaning: 'The price of this class of tokens as the price list says it.',
    formula: 'Ticks per token, shown in the unit of the switch; the tick is kept, so nothing is rounded.',
  },
  'second-amount': {
    name: 'Amount in the second currency',
    meaning: 'About what the dollars before it are in the currency chosen in Settings.',
    formula: 'Exact dollars × the rate you entered, rounded to read. Nothing is computed from it.',
  },
  'price-change': {
    name: 'Price change',
    meaning: 'A price before and after, from two stored readings of the price list.',
    formula: 'New price − old price; the share is that difference ÷ old price.',
  },
  'price-history': {
    name: 'Price over time',
    meaning: 'What the price list said at each reading in which the price was another one.',
    formula: 'One point for each reading that differed from the one before.',
  },
  'context-length': {
    name: 'Context length',
    meaning: 'How many tokens prompt and answer may have together.',
    formula: 'As listed by the API; where it is reference data, the cell and the model’s panel say so.',
  },
  'prompt-limit': {
    name: 'Prompt limit',
    meaning: 'How long the prompt of an image model may be.',
    formula: 'As listed. The API does not say whether it counts characters or tokens.',
  },
  'model-count': {
    name: 'Number of models',
    meaning: 'How many models the list has, and how many of them the search and the filters leave.',
    formula: 'Counted from the list that this key may see.',
  },
  'price-age': {
    name: 'Age of the prices',
    meaning: 'When the price list on screen was last read from the server.',
    formula: 'Now − time of the last reading that succeeded.',
  },
  'reference-price': {
    name: 'Reference price',
    meaning: 'A public list price of another vendor, bundled with the app. Not a price of your key.',
    formula: 'As published, at the date the table names; never counts as the cheapest.',
  },
  'price-difference': {
    name: 'Live and bundled price',
    meaning: 'Where the bundled reference data say another price than the live list. The live one counts.',
    formula: 'Both prices as they are told, in the same unit.',
  },
} as const
