import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Organisations } from '../components/screens/organisations.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { organisationsPage } from '../http/organisations-page.server.ts'
import { makeDemo } from '../use-cases/make-demo.ts'
import { addClient, letIntoClient, switchOrganisation } from '../use-cases/organisations.ts'
import { removeDemo } from '../use-cases/remove-demo.ts'

export const handle = { title: 'Organisations' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return organisationsPage(proviso, actor)
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const form = await args.request.formData()
  const intent = textOf(form, 'intent')
  const organisationId = textOf(form, 'organisation')
  if (intent === 'add-client') {
    const values = { name: textOf(form, 'name') }
    const { errors } = await tried(() => addClient(proviso, actor, values))
    return errors === null ? redirect('/organisations') : back(errors, values)
  }
  if (intent === 'let-in') {
    const given = { organisationId, personId: textOf(form, 'personId'), role: textOf(form, 'role') as 'viewer' }
    const { errors } = await tried(() => letIntoClient(proviso, actor, given))
    return errors === null ? redirect('/organisations') : back(errors, { personId: '', role: '' })
  }
  if (intent === 'remove-demo') {
    const confirmed = form.get('confirmed') === 'yes'
    const { errors } = await tried(() => removeDemo(proviso, actor, { organisationId, confirmed }))
    return errors === null ? redirect('/organisations') : back(errors, { confirmed: '' })
  }
  const to = intent === 'demo' ? await found(() => makeDemo(proviso, actor)) : organisationId
  await found(() => switchOrganisation(proviso, signedIn, to))
  return redirect('/')
}

export default function OrganisationsRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <Organisations {...useLoaderData<typeof loader>()} errors={errors} />
}
