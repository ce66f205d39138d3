import { useEffect, useSyncExternalStore } from 'react'
import type { LanguageModel } from '../../../shared/catalog/model.ts'
import { useAddressState } from '../../app/use-address-state.ts'
import { useConnection } from '../../app/use-connection.ts'
import { useRpc } from '../../rpc.ts'
import type { TokenizerState } from './tokenizer-state.ts'
import { type TokenizerStore, tokenizerStoreOf } from './tokenizer-store.ts'

/** The store with its state; tells it which models there are and which server is in use. */
export function useTokenizer(models: readonly LanguageModel[] | null): {
  store: TokenizerStore
  state: TokenizerState
} {
  const { client } = useRpc()
  const store = tokenizerStoreOf(client)
  const state = useSyncExternalStore(store.subscribe, store.read)
  const connection = useConnection().data
  const server = connection === undefined ? null : serverOf(connection)
  useEffect(() => {
    if (server !== null) store.connectedTo(server)
  }, [store, server])
  useEffect(() => {
    if (models !== null) store.offer(models.map(({ id }) => id))
  }, [store, models])
  const wished = useAddressState().state.get('model')
  useEffect(() => {
    if (wished !== null && wished !== '') store.choose('a', wished)
  }, [store, wished])
  return { store, state }
}

/** Another server, or the same one with another key, may give other answers. */
function serverOf({ kind, host, key }: NonNullable<ReturnType<typeof useConnection>['data']>): string {
  return `${kind} ${kind === 'demo' ? '' : host} ${key.kind === 'present' ? key.lastFour : ''}`
}
