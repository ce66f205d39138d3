import { plainText, Refusal, type Reply } from './reply.ts'

/** How the endpoint says 422: plain text everywhere but on `/v1/responses` (reference 7). */
export type TypeRefusal = (sentence: string) => Reply

const MIS_TYPED = 'Failed to deserialize the JSON body into the target type'

const plainTypeRefusal: TypeRefusal = (sentence) => plainText(422, `${MIS_TYPED}: ${sentence}`)
export const jsonTypeRefusal: TypeRefusal = (sentence) => ({
  kind: 'json',
  status: 422,
  body: { error: `${MIS_TYPED}: ${sentence}` },
})

/** Checks 1 and 2 of reference 5.7: the body as a JSON object, read field by field. Throws `Refusal`. */
export function readBody(body: string, refuse: TypeRefusal = plainTypeRefusal): Fields {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    // The position is that of the end, the one place that is always right about a body cut short.
    const what = body.trim() === '' ? 'EOF while parsing a value' : 'expected value'
    throw new Refusal(plainText(400, `Failed to parse the request body as JSON: ${what} at ${endOf(body)}`))
  }
  return new Fields(value, '', (sentence) => {
    throw new Refusal(refuse(`${sentence} at ${endOf(body)}`))
  })
}

function endOf(body: string): string {
  const lines = body.split('\n')
  return `line ${lines.length} column ${lines.at(-1)?.length ?? 0}`
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return `string ${JSON.stringify(value)}`
  if (typeof value === 'boolean') return `boolean \`${value}\``
  if (typeof value === 'number') {
    return `${Number.isInteger(value) ? 'integer' : 'floating point'} \`${value}\``
  }
  return Array.isArray(value) ? 'sequence' : 'map'
}

/** One JSON object of a request. `null` and a missing field are the same, as the service has it. */
export class Fields {
  readonly #value: Map<string, unknown>
  readonly #path: string
  readonly #fail: (sentence: string) => never

  constructor(value: unknown, path: string, fail: (sentence: string) => never) {
    this.#path = path
    this.#fail = fail
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      fail(`${path === '' ? '' : `${path}: `}invalid type: ${describe(value)}, expected an object`)
    }
    this.#value = new Map(Object.entries(Object(value)))
  }

  has(name: string): boolean {
    return this.raw(name) !== null
  }

  raw(name: string): unknown {
    return this.#value.get(name) ?? null
  }

  missing(name: string): never {
    return this.#fail(`missing field \`${name}\``)
  }

  mistyped(name: string, expected: string): never {
    const at = this.#path === '' ? name : `${this.#path}.${name}`
    return this.#fail(`${at}: invalid type: ${describe(this.raw(name))}, expected ${expected}`)
  }

  text(name: string): string | null {
    const value = this.raw(name)
    return value === null || typeof value === 'string' ? value : this.mistyped(name, 'a string')
  }

  requiredText(name: string): string {
    return this.text(name) ?? this.missing(name)
  }

  flag(name: string): boolean {
    const value = this.raw(name)
    return value === null || typeof value === 'boolean' ? value === true : this.mistyped(name, 'a boolean')
  }

  number(name: string): number | null {
    const value = this.raw(name)
    return value === null || typeof value === 'number' ? value : this.mistyped(name, 'f32')
  }

  count(name: string): number | null {
    const value = this.number(name)
    if (value !== null && !(Number.isInteger(value) && value >= 0)) return this.mistyped(name, 'u32')
    return value
  }

  list(name: string): readonly unknown[] | null {
    const value = this.raw(name)
    return value === null || Array.isArray(value) ? value : this.mistyped(name, 'a sequence')
  }

  object(name: string): Fields | null {
    return this.raw(name) === null ? null : this.nested(this.raw(name), name)
  }

  objects(name: string): readonly Fields[] {
    return (this.list(name) ?? this.missing(name)).map((item, at) => this.nested(item, `${name}[${at}]`))
  }

  /** A string or a list of strings. */
  texts(name: string): readonly string[] {
    const value = this.raw(name)
    if (typeof value === 'string') return [value]
    return (this.list(name) ?? []).map((item) =>
      typeof item === 'string' ? item : this.mistyped(name, 'a string'),
    )
  }

  nested(value: unknown, name: string): Fields {
    return new Fields(value, this.#path === '' ? name : `${this.#path}.${name}`, this.#fail)
  }
}
