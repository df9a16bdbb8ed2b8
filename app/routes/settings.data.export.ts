import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { organisationFile } from '../http/organisation-file.server.ts'
import { requireFresh } from '../session.server.ts'
import { exportOrganisation } from '../use-cases/move-organisation.ts'
import { demand } from '../use-cases/permission.ts'

/** Everything of the organisation as one file of JSON lines. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  await found(() => demand(actor, 'move-organisation'))
  requireFresh(args.request, proviso, signedIn)
  return organisationFile(exportOrganisation(proviso, actor), proviso.now().toISOString().slice(0, 10))
}
