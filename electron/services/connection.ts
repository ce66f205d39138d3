import type { Connection, KeepKey } from '../../shared/contract/connection.ts'
import { failureOf } from '../../shared/contract/failure.ts'
import { type BaseUrlReading, DEFAULT_BASE_URL } from '../xai/base-url.ts'
import { ServiceFailure, type SettingsStore, type Target, type Vault } from './ports.ts'

/** Name of the row in the settings store. */
const BASE_URL_SETTING = 'base-url'

type BaseUrl = Extract<BaseUrlReading, { ok: true }>

export type ConnectionPorts = {
  settings: SettingsStore
  vault: Vault
  /** `XAI_BASE_URL` of this session; `null` when it is not set. */
  environment: { baseUrl: string | null }
  parseBaseUrl: (text: string) => BaseUrlReading
  /** Starts the built-in demo API. Called when first needed, and again only after it failed. */
  demo: () => Promise<{ baseUrl: string; key: string }>
}

/** The key goes in through `saveKey` and out through `target` alone, which never leaves the main process. */
export type ConnectionService = {
  status(): Promise<Connection>
  target(): Promise<Target>
  setBaseUrl(baseUrl: string | null): Promise<Connection>
  saveKey(key: string, keep: KeepKey): Promise<Connection>
  forgetKey(): Promise<Connection>
}

/**
 * Which server requests go to, and with which key. A key is bound to the origin it was entered for: for any other
 * origin the demo answers. Every method throws `ServiceFailure` `invalid-base-url` while the base URL in force cannot be
 * used: falling back to another server than the one asked for would be worse than saying so. `setBaseUrl` also throws
 * it for the new one, and `saveKey` what the vault throws.
 */
export function createConnectionService(ports: ConnectionPorts): ConnectionService {
  const { settings, vault } = ports
  const demo = once(ports.demo)
  const inForce = () => baseUrlInForce(ports)

  async function target(): Promise<Target> {
    const { baseUrl, origin } = inForce()
    const key = vault.key(origin)
    if (key !== null) return { baseUrl, key, demo: false }
    const started = await demo()
    return { baseUrl: started.baseUrl, key: started.key, demo: true }
  }

  async function status(): Promise<Connection> {
    const { baseUrl, origin, host, from } = inForce()
    const key = vault.status(origin)
    const usable = key.kind === 'present'
    return {
      kind: usable ? (origin === DEFAULT_BASE_URL ? 'xai' : 'custom') : 'demo',
      host: usable ? host : new URL((await demo()).baseUrl).host,
      baseUrl,
      baseUrlFrom: from,
      key,
      otherKeyHost: vault.otherHost(origin),
      keyring: vault.keyring(),
    }
  }

  return {
    target,
    status,
    async setBaseUrl(baseUrl) {
      settings.set(BASE_URL_SETTING, baseUrl === null ? null : parsed(ports, baseUrl).baseUrl)
      return status()
    },
    async saveKey(key, keep) {
      vault.save(inForce().origin, key, keep)
      return status()
    },
    async forgetKey() {
      vault.forget(inForce().origin)
      return status()
    },
  }
}

/** The environment wins for the session, then what was set, then xAI itself. */
function baseUrlInForce(ports: ConnectionPorts): BaseUrl & { from: Connection['baseUrlFrom'] } {
  const { baseUrl } = ports.environment
  if (baseUrl !== null && baseUrl.trim() !== '') return { ...parsed(ports, baseUrl), from: 'environment' }
  const stored = ports.settings.get(BASE_URL_SETTING)
  if (stored !== null) return { ...parsed(ports, stored), from: 'settings' }
  return { ...parsed(ports, DEFAULT_BASE_URL), from: 'default' }
}

function parsed(ports: ConnectionPorts, text: string): BaseUrl {
  const result = ports.parseBaseUrl(text.trim())
  if (!result.ok) throw new ServiceFailure(failureOf('invalid-base-url'))
  return result
}

/** Shares one start among all who ask; a start that failed is tried again by the next. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | null = null
  return () => {
    started ??= start().catch((cause: unknown) => {
      started = null
      throw cause
    })
    return started
  }
}
