import { type FormProps, Form as PlainForm, useFormAction, useRouteLoaderData } from '@remix-run/react'

/** Names the organisation a page was made for in the address its forms are sent to. `asking` reads it. */
const parameter = 'in'

/**
 * The address with the organisation of this page. Every tab of a browser follows a switch of the organisation, so a form
 * made before the switch has to say whose it is. In the address and not in a field: uploads are refused before they are
 * read.
 */
export function useOwnAction(action?: string): string {
  const resolved = useFormAction(action)
  const frame = useRouteLoaderData('routes/_portal') as { organisationId?: string } | null | undefined
  if (frame?.organisationId === undefined) return resolved
  const [path = '', query] = resolved.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(parameter, frame.organisationId)
  // Remix takes "?index" and "?index=" for the same, but only the first is the address it writes itself.
  return `${path}?${parameters.toString().replace(/\bindex=(?=&|$)/, 'index')}`
}

/** The form of every screen. What changes something is sent with the organisation its page was made for. */
export function Form({ action, ...props }: FormProps) {
  const own = useOwnAction(action)
  if (props.method !== 'post') return <PlainForm {...(action === undefined ? {} : { action })} {...props} />
  return <PlainForm {...props} action={own} />
}
