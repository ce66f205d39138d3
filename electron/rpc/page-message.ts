import { z } from 'zod'
import { jsonOf } from '../../shared/json-of.ts'

/**
 * The longest message the page may send, in UTF-16 units: room for the longest prompt of the contract
 * (4,000,000 characters) with every character escaped.
 */
const MAX_PAGE_MESSAGE = 32_000_000

/** Type number of the message that takes a request back. */
const ABORT = 4

const Id = z.string().min(1).max(32)
const Request = z.object({ i: Id, p: z.object({ u: z.string().regex(/^\/[\w/]{1,200}$/), b: z.unknown() }) })
const Abort = z.object({ i: Id, t: z.literal(ABORT) })

/** oRPC's own wire form: `i` numbers the request, `p.u` names the procedure, `p.b` holds its input. */
export type PageMessage = { i: string; p: { u: string; b: unknown } } | { i: string; t: typeof ABORT }

/**
 * Reads what came over the port, or `null` when our own client never sends such a thing. oRPC's handler would throw on
 * it outside any promise that someone awaits, and would build files and forms from headers of the page's choosing;
 * here only a request with a JSON input and its abort get through.
 */
export function readPageMessage(data: unknown): PageMessage | null {
  if (typeof data !== 'string' || data.length > MAX_PAGE_MESSAGE) return null
  const json = jsonOf(data)
  const abort = Abort.safeParse(json)
  if (abort.success) return abort.data
  const request = Request.safeParse(json)
  return request.success ? { i: request.data.i, p: { u: request.data.p.u, b: request.data.p.b } } : null
}
