import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationData } from '../components/screens/organisation-data.tsx'
import { asking, back, found, tried } from '../http/answer.server.ts'
import { withUploadedFile } from '../http/organisation-file.server.ts'
import { isFresh, requireFresh } from '../session.server.ts'
import { canTakeExport, importOrganisation } from '../use-cases/move-organisation.ts'
import { demand } from '../use-cases/permission.ts'
import { InvalidInput } from '../use-cases/problem.ts'

export const handle = { title: 'Export and import' }

const page = '/settings/data'

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const mayImport = await found(() => canTakeExport(proviso, actor))
  const taken = new URL(args.request.url).searchParams.get('taken')
  return {
    mayImport,
    fresh: isFresh(proviso, signedIn),
    taken: taken !== null && /^\d{1,9}$/.test(taken) ? taken : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'move-organisation'))
  return withUploadedFile(args.request, proviso, async (path) => {
    requireFresh(args.request, proviso, signedIn)
    const { value, errors } = await tried(() => {
      if (path === null) throw new InvalidInput({ file: 'Choose an export of at most 2 GB.' })
      return importOrganisation(proviso, actor, path)
    })
    return errors === null ? redirect(`${page}?taken=${value.rows}`) : back(errors, {})
  })
}

export default function OrganisationDataRoute() {
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return <OrganisationData {...useLoaderData<typeof loader>()} errors={errors} />
}
