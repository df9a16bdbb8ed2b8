import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Doctor } from '../components/screens/doctor.tsx'
import { asking, found } from '../http/answer.server.ts'
import { doctor } from '../use-cases/doctor.ts'
import { demand } from '../use-cases/permission.ts'

export const handle = { title: 'Doctor' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor } = await asking(args)
  return found(async () => {
    demand(actor, 'see-doctor')
    return { checks: await doctor(proviso) }
  })
}

export default function DoctorRoute() {
  return <Doctor checks={useLoaderData<typeof loader>().checks} />
}
