import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AgreementCompare } from '../components/screens/agreement-compare.tsx'
import { agreementComparison } from '../http/agreement-compare.server.ts'
import { asking, found } from '../http/answer.server.ts'

export const handle = { title: 'Compare versions' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { place, subject = '' } = args.params
  if (place !== 'vendors') throw new Response('Not found', { status: 404 })
  return found(() => agreementComparison(proviso, actor, subject, new URL(args.request.url).searchParams))
}

export default function AgreementCompareRoute() {
  return <AgreementCompare {...useLoaderData<typeof loader>()} />
}
