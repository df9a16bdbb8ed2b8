import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BrandSettings } from '../components/screens/brand-settings.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { readUpload, textOf } from '../http/form.server.ts'
import { brandSettings, changeBrand, maxLogoBytes } from '../use-cases/brand.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'Brand' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  const brand = await found(() => brandSettings(proviso, actor))
  return { brand, saved: new URL(args.request.url).searchParams.has('saved') }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor } = await asking(args)
  await found(() => demand(actor, 'manage-organisation'))
  const { form, file, tooLarge } = await readUpload(args.request, maxLogoBytes)
  const values = {
    accent: textOf(form, 'accent'),
    logoAlt: textOf(form, 'logoAlt'),
    footer: textOf(form, 'footer'),
  }
  if (tooLarge) {
    return back({ logo: `The picture is larger than ${maxLogoBytes / 1000} KB. Save it smaller.` }, values)
  }
  const logo = file?.bytes ?? (form.get('removeLogo') === 'yes' ? 'remove' : 'keep')
  const given = { ...values, version: textOf(form, 'version') }
  const { value, errors } = await tried(() => changeBrand(proviso, actor, given, logo))
  if (errors !== null) return back(errors, { ...values, logo: '' })
  if (value === 'changed') return redirect('/settings/brand?saved')
  return data({ errors: {}, values, current: brandSettings(proviso, actor) }, { status: 409 })
}

export default function BrandRoute() {
  const { brand, saved } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const current = given !== undefined && 'current' in given ? given.current : null
  return (
    <BrandSettings
      saved={saved && given === undefined}
      brand={current ?? brand}
      values={given?.values ?? brand}
      stale={current !== null}
      errors={given?.errors ?? {}}
    />
  )
}
