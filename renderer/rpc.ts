import { type ClientLink, createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react'
import type { Failure } from '../shared/contract/failure.ts'
import type { Contract } from '../shared/contract/index.ts'

/** Everything the page can ask of the main process, typed from the contract. */
export type RpcClient = ContractRouterClient<Contract>

type Link = ClientLink<Record<never, never>>

const PORT_WANTED = 'tokenbook:port-wanted'
const PORT = 'tokenbook:port'

/** Asks the preload for the port. Only a message of this very window that brings a port is believed. */
function askForPort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const port = event.ports[0]
      if (event.source !== page || port === undefined || !isPortMessage(event.data)) return
      page.removeEventListener('message', onMessage)
      resolve(port)
    }
    page.addEventListener('message', onMessage)
    page.postMessage({ kind: PORT_WANTED }, page.location.origin)
  })
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === PORT
}

/** A client whose calls wait for the port, so that the page can render before it has come. */
export function connectRpc(page: Window): RpcClient {
  const link = askForPort(page).then((port): Link => {
    const made = new RPCLink({ port })
    port.start()
    return made
  })
  const whenConnected: Link = {
    call: async (path, input, options) => (await link).call(path, input, options),
  }
  return createORPCClient(whenConnected)
}

function rpcOf(client: RpcClient) {
  return { client, query: createTanstackQueryUtils(client) }
}

/** `client`: plain calls and streams. `query`: TanStack Query options and keys for each call. */
export type Rpc = ReturnType<typeof rpcOf>

const RpcContext = createContext<Rpc | null>(null)

export function RpcProvider({ client, children }: { client: RpcClient; children: ReactNode }): ReactNode {
  const rpc = useMemo(() => rpcOf(client), [client])
  return createElement(RpcContext.Provider, { value: rpc }, children)
}

export function useRpc(): Rpc {
  const rpc = useContext(RpcContext)
  if (rpc === null) throw new Error('useRpc needs an RpcProvider above it')
  return rpc
}

/** The expected failure that a rejected call carries, or `null` when it is a bug and nobody's expectation. */
export function failureOfError(error: unknown): Failure | null {
  if (!(error instanceof ORPCError) || !error.defined) return null
  const data: unknown = error.data
  return isFailure(data) ? data : null
}

/** The router has already validated what crosses; this only tells our own error from the others. */
function isFailure(data: unknown): data is Failure {
  return typeof data === 'object' && data !== null && 'code' in data && 'serverWords' in data
}
