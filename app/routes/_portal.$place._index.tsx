import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SubjectList } from '../components/screens/subject-list.tsx'
import { places } from '../components/subject-kind.ts'
import { asking, found } from '../http/answer.server.ts'
import { placeOfPath } from '../http/place.server.ts'
import { removedNow } from '../http/removed.server.ts'
import { draftName } from '../http/vendor-draft.server.ts'
import { listSubjects } from '../use-cases/list-subjects.ts'
import { may } from '../use-cases/permission.ts'
import { subjectRow } from '../views/subject-row.ts'

export async function loader(args: LoaderFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  const { kind, many } = places[place]
  const query = new URL(args.request.url).searchParams
  const search = query.get('search') ?? ''
  const page = query.get('page') ?? 1
  const listed = await found(() => listSubjects(proviso, actor, { kind, search, page }))
  return {
    place,
    search,
    rows: listed.items.map(subjectRow),
    total: listed.total,
    page: listed.page,
    pages: listed.pages,
    mayAdd: may(actor.role, 'change-subject', kind),
    draft: place === 'vendors' ? draftName(proviso, actor) : null,
    removed: await found(() => removedNow(proviso, actor, query.get('removed'))),
    title: many,
  }
}

export default function SubjectsRoute() {
  const { title: _title, ...list } = useLoaderData<typeof loader>()
  return <SubjectList {...list} />
}
