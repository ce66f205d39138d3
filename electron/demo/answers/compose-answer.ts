import { hashOf, pickBy } from '../stable-hash.ts'
import { CODE_SAMPLES } from './code-samples.ts'
import { BULLETS, GREETINGS, SECTIONS, THOUGHTS } from './paragraphs.ts'

/** What an answer may tell about the request it answers. */
export type AnswerFacts = {
  prompt: string
  promptTokens: number
  model: string
  images: number
  seed: string
}

type AnswerKind = 'greeting' | 'code' | 'long' | 'list' | 'explanation'

/** The answer to a prompt: written in advance, chosen by the prompt's words and hash, so always the same. */
export function composeAnswer(facts: AnswerFacts): string {
  const kind = kindOf(facts.prompt)
  switch (kind) {
    case 'greeting':
      return pickBy(GREETINGS, facts.seed)
    case 'code':
      return codeAnswer(facts)
    case 'long':
      return longAnswer(facts)
    case 'list':
      return listAnswer(facts)
    case 'explanation':
      return explanation(facts)
    default: {
      const never: never = kind
      return never
    }
  }
}

/** Thinking before an answer, in as many sentences as asked for. */
export function composeReasoning(sentences: number, seed: string): string {
  return rotated(THOUGHTS, seed, sentences).join(' ')
}

function kindOf(prompt: string): AnswerKind {
  const text = prompt.trim().toLowerCase()
  if (/\b(code|function|script|snippet|program|regex|sql|python|typescript|javascript)\b/.test(text))
    return 'code'
  if (/\b(long|essay|detailed|in depth|article|report|story)\b/.test(text)) return 'long'
  if (/\b(list|steps|tips|table|compare|comparison|ways)\b/.test(text)) return 'list'
  if (text.length < 40 && /^(hi|hello|hey|good (morning|evening)|thanks|thank you|greetings)\b/.test(text)) {
    return 'greeting'
  }
  return 'explanation'
}

function codeAnswer(facts: AnswerFacts): string {
  const named = CODE_SAMPLES.find((sample) => facts.prompt.toLowerCase().includes(sample.language))
  const sample = named ?? pickBy(CODE_SAMPLES, facts.seed)
  return [
    `A sample that I have ready: ${sample.about}`,
    `\`\`\`${sample.language}\n${sample.code}\n\`\`\``,
    sample.after,
    factLine(facts),
  ].join('\n\n')
}

function longAnswer(facts: AnswerFacts): string {
  const sections = rotated(SECTIONS, facts.seed, 6)
  return [
    '# Where the money goes',
    `You asked: ${quoted(facts.prompt)}. I am a demo and cannot research that, so here is a longer text on what an answer like this one costs.`,
    ...sections.map((section) => `## ${section.heading}\n\n${section.text}`),
    `## In short\n\n${rotated(BULLETS, facts.seed, 3).join('\n')}`,
    factLine(facts),
  ].join('\n\n')
}

function listAnswer(facts: AnswerFacts): string {
  return [
    `I am the built-in demo, so to ${quoted(facts.prompt)} I can only answer with a list of my own, about keeping the bill small:`,
    rotated(BULLETS, facts.seed, 4).join('\n'),
    [
      '| Part of the bill | Grows with | First thing to try |',
      '| --- | --- | --- |',
      '| Input | conversation length | send less history |',
      '| Cached input | shared beginnings | keep the start stable |',
      '| Output | answer length | set a limit |',
      '| Reasoning | effort | lower the effort |',
    ].join('\n'),
    factLine(facts),
  ].join('\n\n')
}

function explanation(facts: AnswerFacts): string {
  const [first, second] = rotated(SECTIONS, facts.seed, 2)
  const sections = [first, ...(hashOf(facts.seed) % 2 === 0 ? [second] : [])]
  return [
    `I am the built-in demo, so I can't look up ${quoted(facts.prompt)}, but I can tell you how an answer to it is billed.`,
    ...sections.map((section) => (section === undefined ? '' : `### ${section.heading}\n\n${section.text}`)),
    factLine(facts),
  ].join('\n\n')
}

function factLine(facts: AnswerFacts): string {
  const count = facts.promptTokens.toLocaleString('en-US')
  const images = facts.images === 0 ? '' : `, ${facts.images.toLocaleString('en-US')} of them for images`
  return `*This request came to ${count} prompt tokens on ${facts.model}${images}.*`
}

/** The beginning of the prompt on one line, never cut inside a character. */
function quoted(prompt: string): string {
  const words = [...prompt.replace(/\s+/g, ' ').trim()]
  const shown = words.slice(0, 60).join('')
  return shown === '' ? 'your request' : `“${shown}${words.length > 60 ? '…' : ''}”`
}

/** `count` neighbours of a list, starting where the seed says, from the front again after the end. */
function rotated<T>(list: readonly [T, ...T[]], seed: string, count: number): T[] {
  const start = hashOf(seed) % list.length
  return Array.from({ length: count }, (_, at) => list[(start + at) % list.length] ?? list[0])
}
