import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '../use-cases/sign-out.ts'

export const loader = () => redirect('/')

export async function action({ request, context: { proviso } }: ActionFunctionArgs) {
  return redirect('/sign-in', await signOut(proviso, request))
}
