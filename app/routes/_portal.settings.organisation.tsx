import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationSettings } from '../components/screens/organisation-settings.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { textOf } from '../http/form.server.ts'
import { changeOrganisation, organisationSettings } from '../use-cases/organisations.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'Organisation' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const { name, version } = await found(() => organisationSettings(proviso, actor))
  const saved = new URL(args.request.url).searchParams.has('saved')
  return { version, values: { name, timeZone: signedIn.organisation.timeZone }, saved }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'manage-organisation'))
  const form = await args.request.formData()
  const values = { name: textOf(form, 'name'), timeZone: textOf(form, 'timeZone') }
  const given = { ...values, version: textOf(form, 'version') }
  const { value, errors } = await tried(() => changeOrganisation(proviso, actor, given))
  if (errors !== null) return back(errors, values)
  if (value === 'changed') return redirect('/settings/organisation?saved')
  const current = organisationSettings(proviso, actor)
  return data({ errors: {}, values, current, version: current.version }, { status: 409 })
}

export default function OrganisationSettingsRoute() {
  const page = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const stale = given !== undefined && 'current' in given ? given : null
  return (
    <OrganisationSettings
      saved={page.saved && given === undefined}
      version={stale?.version ?? page.version}
      values={given?.values ?? page.values}
      current={stale?.current ?? null}
      errors={given?.errors ?? {}}
    />
  )
}
