import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type DemoApi, startDemoApi } from '../../electron/demo/demo-api.ts'
import { Era } from '../../electron/demo/demo-model.ts'
import { generateModels } from '../../electron/demo/era-catalog.ts'
import { DemoCommand } from './demo-command.ts'

/**
 * The demo API as a process of its own: `node test/support/demo-server.ts --era C --key xxx --port 0`. It prints one line
 * of JSON with `baseUrl` and `key`, then takes one command a line on standard input (see demo-command.ts), prints one
 * line for each, and ends when standard input closes.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      era: { type: 'string', default: 'C' },
      key: { type: 'string' },
      port: { type: 'string', default: '0' },
      pacing: { type: 'string', default: 'believable' },
    },
  })
  const api = await startDemoApi({
    record: true,
    era: Era.parse(values.era),
    port: Number(values.port),
    pacing: values.pacing === 'none' ? 'none' : 'believable',
    ...(values.key === undefined ? {} : { key: values.key }),
  })
  say({ baseUrl: api.baseUrl, key: api.key })
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') say(obey(api, line))
  }
  await api.close()
}

/** Carries out one command and says what came of it; a line that is none is answered, not fatal. */
function obey(api: DemoApi, line: string): object {
  const read = DemoCommand.safeParse(parsed(line))
  if (!read.success) return { ok: false, error: read.error.message }
  const command = read.data
  switch (command.do) {
    case 'faults':
      api.setFaults(command.faults)
      return { ok: true }
    case 'era':
      api.setEra(command.era)
      return { ok: true }
    case 'key-state':
      api.setKeyState(definedOnly(command.change))
      return { ok: true }
    case 'pacing':
      api.setPacing(command.pacing)
      return { ok: true }
    case 'models':
      api.setModels({ models: command.models })
      return { ok: true }
    case 'change-model':
      return changeModel(api, command)
    case 'generate-models':
      api.setModels({ models: generateModels(command.count) })
      return { ok: true }
    case 'catalog':
      return { ok: true, catalog: api.catalog }
    case 'requests':
      return { ok: true, requests: api.requests }
    default: {
      const never: never = command
      return never
    }
  }
}

function changeModel(api: DemoApi, command: Extract<DemoCommand, { do: 'change-model' }>): object {
  const known = api.catalog.models.some((model) => model.id === command.id)
  if (!known) return { ok: false, error: `no model ${command.id}` }
  const change = definedOnly(command.change)
  api.setModels({
    models: api.catalog.models.map((model) => (model.id === command.id ? { ...model, ...change } : model)),
  })
  return { ok: true }
}

/** A field that was left out is not a field set to nothing. */
function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const result: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const name in value) {
    const field = value[name]
    if (isDefined(field)) result[name] = field
  }
  return result
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`)
}

await main()
