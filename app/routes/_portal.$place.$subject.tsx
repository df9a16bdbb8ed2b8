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
  return { title: name, mayScan: may(actor.role, 'scan', kind), head: { id, place, name, siteUrl } }
}

export default function SubjectRoute() {
  const { head, mayScan } = useLoaderData<typeof loader>()
  const tab = useLocation().pathname.split('/')[3] ?? ''
  return (
    <SubjectFrame subject={head} tab={tab} mayScan={mayScan}>
      <Outlet />
    </SubjectFrame>
  )
}
