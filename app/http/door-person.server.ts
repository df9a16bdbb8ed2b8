import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { currentPerson, type SignedIn, safePath } from '../session.server.ts'

/** Who is signed in, on the few pages that come before the portal itself; and where to go from there. */
export async function doorPerson({
  request,
  context,
}: LoaderFunctionArgs): Promise<{ signedIn: SignedIn; to: string }> {
  const signedIn = await currentPerson(request, context.proviso, context.clientAddress)
  if (signedIn === null) throw redirect('/sign-in')
  return { signedIn, to: safePath(new URL(request.url).searchParams.get('to')) }
}
