import { describe, expect, it } from 'vitest'
import {
  FILE_FORMAT,
  type FileMessage,
  readConversationFile,
} from '../../../../shared/chat/conversation-file.ts'
import { conversationMarkdown } from '../../../../shared/chat/conversation-markdown.ts'
import { sampleMessage } from '../../../support/sample-conversation.ts'

const message = (parent: number | null): FileMessage => ({
  ...{
    parent,
    chosen: 1,
    role: 'user',
    text: 't',
    reasoning: '',
    images: [],
    toolCalls: [],
    toolCallId: null,
  },
  ...{ createdAt: 1, editedAt: null, attempt: null, limits: null, sources: [] },
})
const file = (messages: FileMessage[], more: object = {}) => ({
  ...{ format: FILE_FORMAT, version: 1, title: null, createdAt: 1 },
  setup: { model: null, protocol: 'chat', parameters: {} },
  ...{ messages, images: [], ...more },
})

describe('a conversation file', () => {
  it('is read when it is whole, whatever the order of its messages', () => {
    expect(readConversationFile(file([message(1), message(null)])).kind).toBe('read')
  })

  it.each([
    { what: 'text', value: 'hello' },
    { what: 'another format', value: { format: 'other', version: 1 } },
    { what: 'a ring', value: file([message(1), message(0)]) },
    { what: 'a message that is its own parent', value: file([message(0)]) },
    { what: 'a parent that is not there', value: file([message(7)]) },
    {
      what: 'an image that is not there',
      value: file([{ ...message(null), images: [{ hash: 'a'.repeat(64), at: 0, detail: null }] }]),
    },
    { what: 'an entry too many', value: file([], { script: 'x' }) },
  ])('is refused: $what', ({ value }) => expect(readConversationFile(value).kind).toBe('none'))

  it('from before answers had sources is read as one without any', () => {
    const { sources: _, ...before } = message(null)
    const read = readConversationFile({ ...file([]), messages: [before] })
    expect(read).toMatchObject({ kind: 'read', file: { messages: [{ sources: [] }] } })
    const many = { ...message(null), sources: Array.from({ length: 101 }, () => 'https://a.example') }
    expect(readConversationFile(file([many])).kind).toBe('none')
  })

  it('of a newer app says so', () => {
    expect(readConversationFile({ format: FILE_FORMAT, version: 2, anything: true }).kind).toBe('newer')
  })
})

describe('a conversation as Markdown', () => {
  it('lets no title or name out of its line', () => {
    const hostile = 'x\n# Owned <script>alert(1)</script> [a](javascript:1)'
    const [head = '', ...rest] = conversationMarkdown(hostile, []).trimEnd().split('\n')
    expect(rest).toEqual([])
    expect(head).not.toMatch(/(?<!\\)[<[]/)
  })

  it('lists the sources of an answer, as links only where they are safe ones', () => {
    const sources = ['https://a.example/x?y=(1)', 'javascript:alert(1)', 'https://a.example/> [b](c)\n# out']
    const answer = sampleMessage({ id: 'a', role: 'assistant', text: 'so', sources })
    const written = conversationMarkdown('t', [answer])
    expect(written).toContain('so\n\n**Sources**\n\n1. <https://a.example/x?y=(1)>\n2. javascript\\:alert')
    expect(written).not.toMatch(/^# out|(?<!\\)\[b\]/m)
  })

  it('keeps what a tool gave inside its block', () => {
    const tool = { ...sampleMessage({ id: 't', role: 'tool', text: '```\n# out' }), toolCallId: 'call_1' }
    expect(conversationMarkdown('t', [tool])).toContain('````\n```\n# out\n````')
  })
})
