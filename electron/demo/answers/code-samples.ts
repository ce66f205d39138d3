export type CodeSample = { language: string; about: string; code: string; after: string }

export const CODE_SAMPLES: readonly [CodeSample, ...CodeSample[]] = [
  {
    language: 'python',
    about: 'the exact cost of one answer, added up in whole ticks so that nothing is lost to rounding.',
    code: [
      'def cost_in_ticks(usage: dict, prices: dict) -> int:',
      '    """Ten billion ticks are one US dollar."""',
      '    prompt = usage["prompt_tokens"]',
      '    cached = min(usage.get("cached_tokens", 0), prompt)',
      '    output = usage["completion_tokens"] + usage.get("reasoning_tokens", 0)',
      '    return (',
      '        (prompt - cached) * prices["input"]',
      '        + cached * prices["cached"]',
      '        + output * prices["output"]',
      '    )',
    ].join('\n'),
    after: 'Integers of any size are exact in Python, so the result can be compared with the bill directly.',
  },
  {
    language: 'typescript',
    about: 'a reader that keeps the text of a stream that was cut, and says that it was.',
    code: [
      'type Outcome = { text: string; finished: boolean }',
      '',
      'export async function collect(events: AsyncIterable<{ text: string; last: boolean }>): Promise<Outcome> {',
      "  let text = ''",
      '  for await (const event of events) {',
      '    text += event.text',
      '    if (event.last) return { text, finished: true }',
      '  }',
      '  return { text, finished: false }',
      '}',
    ].join('\n'),
    after: 'Note that the second return is not an error: the caller decides what a cut answer is worth.',
  },
  {
    language: 'sql',
    about: 'spending by model and day, dearest first, from a table with one row for each request.',
    code: [
      'SELECT date(sent_at) AS day, model, count(*) AS requests, sum(ticks) AS ticks',
      'FROM attempt',
      "WHERE sent_at >= date('now', '-30 days')",
      'GROUP BY day, model',
      'ORDER BY ticks DESC;',
    ].join('\n'),
    after: 'Divide by ten billion for dollars, and only when you print the number.',
  },
]
