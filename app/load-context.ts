import type { Proviso } from './proviso.server.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    proviso: Proviso
    cspNonce: string
    /** Address of the connection, or what a trusted proxy says it is; for limits and the audit log. */
    clientAddress?: string | undefined
  }
  interface Future {
    v3_singleFetch: true
  }
}
