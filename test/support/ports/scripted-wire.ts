import {
  type AnswerHeaders,
  ServiceFailure,
  type Target,
  type Wire,
} from '../../../electron/services/ports.ts'
import type { Failure } from '../../../shared/contract/failure.ts'

export type ScriptedAnswer = { body: unknown } | { failure: Failure } | { bug: Error }

export type ScriptedWire = Wire & {
  /** By path; a path without an answer is a bug of the test. */
  answers: Map<string, ScriptedAnswer>
  asked: { target: Target; path: string }[]
  /** Holds every answer back until `release`. */
  hold(): void
  release(): void
}

export const quietHeaders: AnswerHeaders = {
  requestId: null,
  remainingRequests: null,
  limitRequests: null,
  remainingTokens: null,
  limitTokens: null,
  remainingCredits: null,
}

/** Answers JSON requests from a table, as one server would. */
export function scriptedWire(answers: Record<string, ScriptedAnswer>): ScriptedWire {
  let gate = Promise.resolve()
  let open = () => {}
  const wire: ScriptedWire = {
    answers: new Map(Object.entries(answers)),
    asked: [],
    hold() {
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => open(),
    async json(target, { path }) {
      wire.asked.push({ target, path })
      await gate
      const answer = wire.answers.get(path)
      if (!answer) throw new Error(`no answer for ${path}`)
      if ('failure' in answer) throw new ServiceFailure(answer.failure)
      if ('bug' in answer) throw answer.bug
      return { status: 200, body: answer.body, headers: quietHeaders }
    },
  }
  return wire
}
