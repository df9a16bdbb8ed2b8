import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SubjectList } from '../components/screens/subject-list.tsx'
import { places } from '../components/subject-kind.ts'
import { asking, found } from '../http/answer.server.ts'
import { placeOfPath } from '../http/place.server.ts'
import { removedNow } from '../http/removed.server.ts'
import { changeFilters, filterOf } from '../http/saved-filters.server.ts'
import { draftName } from '../http/vendor-draft.server.ts'
import { listSubjects } from '../use-cases/list-subjects.ts'
import { demand, may } from '../use-cases/permission.ts'
import { listSavedFilters } from '../use-cases/saved-filters.ts'
import { subjectRow } from '../views/subject-row.ts'

export async function loader(args: LoaderFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  const { kind, many } = places[place]
  const query = new URL(args.request.url).searchParams
  const search = query.get('search') ?? ''
  const page = query.get('page') ?? 1
  const filter = { score: query.get('score') ?? '', agreement: query.get('agreement') ?? '' }
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
  const listed = await found(() => listSubjects(proviso, actor, { kind, search, page, ...given }))
  return {
    place,
    search,
    filter,
    current: filterOf(query, ['search', 'score', 'agreement']),
    filters: listSavedFilters(proviso, actor, place),
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

/** Keeps the filter in use under a name, or removes one. */
export async function action(args: ActionFunctionArgs) {
  const place = placeOfPath(args.params)
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'read', places[place].kind))
  return changeFilters(proviso, actor, await args.request.formData(), place, `/${place}`)
}

export default function SubjectsRoute() {
  const { title: _title, ...list } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <SubjectList {...list} errors={errors} />
}
