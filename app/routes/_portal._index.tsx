import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Home } from '../components/screens/home.tsx'
import { SecondFactorDue } from '../components/screens/second-factor-due.tsx'
import { asking, found } from '../http/answer.server.ts'
import { homePage } from '../http/home-page.server.ts'

export const handle = { title: 'Home' }

export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const { on } = proviso.secondFactors.standing(actor.id)
  return {
    secondFactor: on,
    organisation: signedIn.organisation.name,
    home: await found(() => homePage(proviso, actor)),
  }
}

export default function HomeRoute() {
  const { secondFactor, ...page } = useLoaderData<typeof loader>()
  return (
    <>
      {!secondFactor && <SecondFactorDue />}
      <Home {...page} />
    </>
  )
}
