import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { SubjectFrame } from '../components/screens/subject.tsx'
import { asking, found } from '../http/answer.server.ts'
import { placeOfPath, subjectOfPath } from '../http/place.server.ts'
import { may } from '../use-cases/permission.ts'

export async function loader(args: LoaderFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  const { subject } = await found(() => subjectOfPath(proviso, actor, args.params))
  const { id, name, siteUrl, kind } = subject
  const allowed = {
    scan: may(actor.role, 'scan', kind),
    change: may(actor.role, 'change-subject', kind),
    report: may(actor.role, 'report', kind),
  }
  return { title: name, allowed, head: { id, place, name, siteUrl } }
}

export default function SubjectRoute() {
  const { head, allowed } = useLoaderData<typeof loader>()
  const tab = useLocation().pathname.split('/')[3] ?? ''
  return (
    <SubjectFrame subject={head} tab={tab} may={allowed}>
      <Outlet />
    </SubjectFrame>
  )
}
