import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { type RpcClient, RpcProvider } from '../rpc.ts'
import { useHashLocation, useHashSearch } from './hash-location.ts'
import { Theme } from './theme.tsx'

type PageProps = {
  rpc: RpcClient
  queries: QueryClient
  children: ReactNode
}

/** Everything a view needs around it; tests use it with an in-memory client. */
export function Page({ rpc, queries, children }: PageProps): ReactNode {
  return (
    <RpcProvider client={rpc}>
      <QueryClientProvider client={queries}>
        <Router hook={useHashLocation} searchHook={useHashSearch}>
          <Theme>{children}</Theme>
        </Router>
      </QueryClientProvider>
    </RpcProvider>
  )
}
