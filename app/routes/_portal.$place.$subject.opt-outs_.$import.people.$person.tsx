import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OptOutPerson } from '../components/screens/opt-out-person.tsx'
import { asking, found } from '../http/answer.server.ts'
import { optOutPersonPage } from '../http/opt-outs-page.server.ts'

export const handle = { title: 'One person’s opt-out' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(() => optOutPersonPage(proviso, actor, args.params))
}

export default function OptOutPersonRoute() {
  return <OptOutPerson {...useLoaderData<typeof loader>()} />
}
