import { createContext } from 'react'

/** What only the server knows while it renders: the nonce, whether a form came back with errors, what went wrong. */
export const DocumentContext = createContext<{
  nonce: string | undefined
  errors: boolean
  /** Title of an error page. */
  failed: string | null
}>({
  nonce: undefined,
  errors: false,
  failed: null,
})
