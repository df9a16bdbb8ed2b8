import { createContext } from 'react'

/** What only the server knows while it renders: the nonce of this answer and whether a form came back with errors. */
export const DocumentContext = createContext<{ nonce: string | undefined; errors: boolean }>({
  nonce: undefined,
  errors: false,
})
