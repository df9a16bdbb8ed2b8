import type { LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { Door, Frame } from '../components/frame.tsx'
import { IdleWarning, KeptTyped } from '../components/idle-warning.tsx'
import { ErrorPage, errorWords } from '../components/screens/error-page.tsx'
import { asking, laboratoryOf } from '../http/answer.server.ts'
import { msLeft } from '../session.server.ts'
import { keptTyped } from '../use-cases/keep-typed.ts'
import { unreadNotices } from '../use-cases/notices.ts'
import { mayHaveClients } from '../use-cases/organisations.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const { person, organisation, organisations } = signedIn
  return {
    person: person.name,
    organisationId: organisation.id,
    title: organisation.name,
    timeZone: organisation.timeZone,
    switcher: organisations > 1 || mayHaveClients(proviso, actor),
    laboratory: laboratoryOf(proviso),
    notices: unreadNotices(proviso, actor),
    endsInMs: msLeft(proviso, args.request, signedIn),
    kept: keptTyped(
      proviso,
      actor,
      new URL(args.request.url).pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/'),
    ),
  }
}

export default function PortalRoute() {
  const { person, title, laboratory, switcher, notices, endsInMs, kept } = useLoaderData<typeof loader>()
  return (
    <Frame person={person} organisation={title} switcher={switcher} notices={notices} laboratory={laboratory}>
      <KeptTyped kept={kept} />
      <Outlet />
      <IdleWarning endsInMs={endsInMs} />
    </Frame>
  )
}

/** What went wrong below stands inside the frame, so that one can go on. */
export function ErrorBoundary() {
  const error = useRouteError()
  const words = errorWords(error)
  // After a refused post nothing was loaded: the frame is then null or undefined.
  const frame = useRouteLoaderData<typeof loader>('routes/_portal') ?? null
  // After a switch in another tab the frame on this page still names the organisation of before.
  const isOldFrame = isRouteErrorResponse(error) && error.status === 409
  if (frame === null || isOldFrame)
    return (
      <Door laboratory={null}>
        <ErrorPage {...words} />
      </Door>
    )
  return (
    <Frame
      person={frame.person}
      organisation={frame.title}
      switcher={frame.switcher}
      notices={frame.notices}
      laboratory={frame.laboratory}
    >
      <ErrorPage {...words} />
    </Frame>
  )
}
