import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AgreementRequestScreen } from '../components/screens/agreement-request.tsx'
import { requestPage } from '../http/agreement-request.server.ts'
import { asking, found } from '../http/answer.server.ts'

export const handle = { title: 'Ask the vendor' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, signedIn } = await asking(args)
  const { place, subject = '' } = args.params
  if (place !== 'vendors') throw new Response('Not found', { status: 404 })
  return found(() => requestPage(proviso, signedIn, subject))
}

export default function AgreementRequestRoute() {
  return <AgreementRequestScreen {...useLoaderData<typeof loader>()} />
}
