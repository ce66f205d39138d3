/** One section of an answer as models write them: prose, a nested list, a table, code, a formula, a quotation. */
function section(number: number): string {
  return `## ${number}. What the price of a request is made of

A request is billed by the tokens it *uses*: prompt, **cached prompt** and answer each have a price, and \`cached\`
tokens cost a quarter. See [the docs](https://docs.example/prices/${number}) for the numbers; run ${number} of them
costs $5, not $10, and the total is $c = p \\cdot n_{${number}} + q$ ticks.

1. Count what goes in, part ${number}
   - system text
   - the conversation so far, ~~twice~~ once
   - images: \`tiles × 256\`
2. Count what comes out
3. Multiply, and add in whole ticks

| class | tokens | price | amount |
|:--|--:|--:|--:|
| prompt | ${number * 137} | 3000 | ${number * 411_000} |
| cached | ${number * 31} | 750 | ${number * 23_250} |
| answer | ${number * 89} | 15000 | ${number * 1_335_000} |

\`\`\`python
def cost(usage: Usage, rates: Rates) -> int:
    """Ticks of request ${number}; every part is exact."""
    fresh = usage.prompt - usage.cached
    return fresh * rates.input + usage.cached * rates.cached + usage.answer * rates.output  # no floats

print(cost(Usage(prompt=${number}, cached=2, answer=40), GROK))
\`\`\`

$$
\\sum_{i=1}^{${number}} \\frac{t_i}{10^{10}} = \\mathrm{USD}
$$

> A number that cannot be explained is not a number, said the auditor of section ${number}.

`
}

/** The last words of every long answer. */
export const ENDING = 'These are the last words.'

/** About `characters` of Markdown. */
export function longAnswer(characters: number): string {
  let text = ''
  for (let number = 1; text.length < characters - ENDING.length; number += 1) text += section(number)
  return `${text}${ENDING}`
}
