import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { Frame } from '../components/frame.tsx'
import { asking, laboratoryOf } from '../http/answer.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, signedIn } = await asking(args)
  const { person, organisation } = signedIn
  return { person: person.name, title: organisation.name, laboratory: laboratoryOf(proviso) }
}

export default function PortalRoute() {
  const { person, title, laboratory } = useLoaderData<typeof loader>()
  return (
    <Frame person={person} organisation={title} laboratory={laboratory}>
      <Outlet />
    </Frame>
  )
}
