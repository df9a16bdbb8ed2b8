import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notices } from '../components/screens/notices.tsx'
import { asking, found } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { chooseNotices, listNotices, markNoticesRead } from '../use-cases/notices.ts'

export const handle = { title: 'Notices' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const query = new URL(args.request.url).searchParams
  const page = await found(() => listNotices(proviso, actor, { page: query.get('page') ?? undefined }))
  return { ...page, saved: query.has('saved') }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const form = await args.request.formData()
  const intent = textOf(form, 'intent')
  if (intent === 'read') {
    await found(() => markNoticesRead(proviso, actor, textOf(form, 'upTo')))
    return redirect('/notices')
  }
  if (intent !== 'choose') throw new Response('This form is not known.', { status: 400 })
  const on = (name: string) => form.getAll('tell').includes(name)
  const { kinds, choice } = listNotices(proviso, actor, {})
  // What this role is never told of is not asked, so it stays as it was.
  const told = (kind: (typeof kinds)[number]) => (kinds.includes(kind) ? on(kind) : choice[kind])
  chooseNotices(proviso, actor, {
    work: told('work'),
    findings: told('findings'),
    agreements: told('agreements'),
    safety: told('safety'),
    digest: on('digest'),
  })
  return redirect('/notices?saved')
}

export default function NoticesRoute() {
  return <Notices {...useLoaderData<typeof loader>()} />
}
