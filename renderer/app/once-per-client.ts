import type { RpcClient } from '../rpc.ts'

/** What `create` makes of a client, made once: there is one client for the life of the page. */
export function oncePerClient<T extends object>(create: (client: RpcClient) => T): (client: RpcClient) => T {
  const made = new WeakMap<RpcClient, T>()
  return (client) => {
    const one = made.get(client) ?? create(client)
    made.set(client, one)
    return one
  }
}
