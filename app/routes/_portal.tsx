import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { Door, Frame } from '../components/frame.tsx'
import { ErrorPage, errorWords } from '../components/screens/error-page.tsx'
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

/** What went wrong below stands inside the frame, so that one can go on. */
export function ErrorBoundary() {
  const words = errorWords(useRouteError())
  // After a refused post nothing was loaded: the frame is then null or undefined.
  const frame = useRouteLoaderData<typeof loader>('routes/_portal') ?? null
  if (frame === null)
    return (
      <Door laboratory={null}>
        <ErrorPage {...words} />
      </Door>
    )
  return (
    <Frame person={frame.person} organisation={frame.title} laboratory={frame.laboratory}>
      <ErrorPage {...words} />
    </Frame>
  )
}
