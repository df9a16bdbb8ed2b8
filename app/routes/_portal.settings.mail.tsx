import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Mail, type ServerValues } from '../components/screens/mail.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { requireFresh } from '../session.server.ts'
import {
  getMail,
  type MailForm,
  mailProblemWords,
  removeMailServer,
  saveMailServer,
  sendLetterAgain,
  testMail,
} from '../use-cases/mail.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'Mail' }

const states = { kept: 'To be handed over', waiting: 'On its way', sent: 'Sent', failed: 'Failed' } as const

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const { server, letters } = await found(() => getMail(proviso, actor))
  const query = new URL(args.request.url).searchParams.get('done')
  const done = query === 'saved' || query === 'tested' ? (query as 'saved' | 'tested') : null
  const empty: ServerValues = { host: '', port: '587', security: 'starttls', user: '', from: '' }
  return {
    saved: server !== null,
    done,
    initial: server === null ? empty : { ...server, port: String(server.port) },
    letters: letters.map(({ id, to, subject, text, state, problem, createdAt }) => ({
      id,
      to,
      subject,
      text,
      state: states[state],
      problem: mailProblemWords(problem),
      createdAt: createdAt.toISOString(),
      maySend: server !== null && (state === 'kept' || state === 'failed'),
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'manage-people'))
  const form = await args.request.formData()
  const intent = textOf(form, 'intent')
  const values = {
    host: textOf(form, 'host'),
    port: textOf(form, 'port'),
    security: textOf(form, 'security'),
    user: textOf(form, 'user'),
    from: textOf(form, 'from'),
  }
  if (intent === 'send-again') {
    await found(() => sendLetterAgain(proviso, actor, textOf(form, 'letter')))
    return redirect('/settings/mail')
  }
  if (intent === 'test') {
    const { errors } = await tried(() => testMail(proviso, actor, signedIn.person.email))
    return errors === null ? redirect('/settings/mail?done=tested') : back<Partial<ServerValues>>(errors, {})
  }
  requireFresh(args.request, proviso, signedIn)
  if (intent === 'remove') {
    await found(() => removeMailServer(proviso, actor))
    return redirect('/settings/mail')
  }
  const given = { ...values, password: String(form.get('password') ?? '') } as MailForm
  const { errors } = await tried(() => saveMailServer(proviso, actor, given))
  return errors === null ? redirect('/settings/mail?done=saved') : back<Partial<ServerValues>>(errors, values)
}

export default function MailRoute() {
  const { initial, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <Mail {...page} values={{ ...initial, ...answer?.values }} errors={answer?.errors ?? {}} />
}
