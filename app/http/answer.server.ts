import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import type { FieldErrors } from '../components/form.tsx'
import type { Proviso } from '../proviso.server.ts'
import { type PersonActor, requirePerson, type SignedIn } from '../session.server.ts'
import { Forbidden, InvalidInput, NotFound } from '../use-cases/problem.ts'

type Given = { proviso: Proviso; actor: PersonActor; signedIn: SignedIn }

/**
 * A form made for one organisation writes nothing into another: every tab follows a switch, the forms they show do not.
 * Who works in several must be sent by a form that says whose it is; components/own-form.tsx writes that.
 */
function demandSameOrganisation(request: Request, { organisation, organisations }: SignedIn): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const madeFor = new URL(request.url).searchParams.get('in')
  if (madeFor === null ? organisations > 1 : madeFor !== organisation.id) {
    throw new Response('This form was made for another organisation.', { status: 409 })
  }
}

/** Who asks: a redirect to the sign-in page when nobody is known, 409 for a form of another organisation. */
export async function asking({ request, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Given> {
  const { proviso, clientAddress } = context
  const signedIn = await requirePerson(request, proviso, { clientAddress })
  demandSameOrganisation(request, signedIn)
  return { proviso, actor: signedIn.actor, signedIn }
}

function refusal(error: unknown): unknown {
  if (error instanceof NotFound) return new Response('Not found', { status: 404 })
  if (error instanceof Forbidden) return new Response('Forbidden', { status: 403 })
  return error
}

/** For loaders: what is not here, or has an address that cannot be one of ours, is 404 without a name. */
export async function found<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof InvalidInput ? new Response('Not found', { status: 404 }) : refusal(error)
  }
}

/** "intake.fields.3" belongs to the form's field "fields"; what belongs to no field is said of the form. */
function fieldOf(path: string): string {
  return (
    path
      .split('.')
      .filter((part) => !/^\d*$/.test(part))
      .at(-1) ?? 'form'
  )
}

/** For actions: bad input becomes one sentence a field, and the form comes back with what was typed. */
export async function tried<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ value: Result; errors: null } | { value: null; errors: FieldErrors }> {
  try {
    return { value: await work(), errors: null }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw refusal(error)
    const fields = Object.entries(error.fields).map(([path, message]) => [fieldOf(path), message] as const)
    const errors: Record<string, string> = {}
    for (const [field, message] of fields) errors[field] ??= message
    return { value: null, errors }
  }
}

/** The form again, with its errors and values: 400, so that no cache and no reader takes it for a success. */
export function back<Values extends object>(errors: FieldErrors, values: Values) {
  // The summary names the fields in the order of the form.
  const order = Object.keys(values)
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  const sorted = Object.fromEntries(Object.entries(errors).sort(([a], [b]) => rank(a) - rank(b)))
  return data({ errors: sorted as FieldErrors, values }, { status: 400 })
}

/** The addresses of laboratory mode as the banner says them; null outside it. */
export function laboratoryOf({ env }: Proviso): string | null {
  return env.labAllow.length === 0 ? null : env.labAllow.join(', ')
}
