import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Door } from '../components/frame.tsx'
import { SecondFactor, type SecondFactorStep } from '../components/screens/second-factor.tsx'
import { back, found, laboratoryOf, tried } from '../http/answer.server.ts'
import { doorPerson } from '../http/door-person.server.ts'
import { textOf } from '../http/form.server.ts'
import { doorOf } from '../network.server.ts'
import {
  confirmSecondFactor,
  forgetEnrolment,
  openEnrolment,
  security,
  startSecondFactor,
} from '../use-cases/second-factor.ts'
import { qrCode } from '../views/qr-code.ts'

export const handle = { title: 'Second factor' }

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, to } = await doorPerson(args)
  const { proviso } = args.context
  const open = openEnrolment(proviso, signedIn)
  if (open === null && security(proviso, signedIn).on) throw redirect(to)
  const laboratory = laboratoryOf(proviso)
  const step = (one: SecondFactorStep) => ({ step: one, laboratory })
  if (open === null) return step({ kind: 'start' })
  if (open.done) return step({ kind: 'codes', codes: open.codes })
  return step({ kind: 'scan', key: open.key, qr: qrCode(open.uri) })
}

export async function action(args: ActionFunctionArgs) {
  const { signedIn, to } = await doorPerson(args)
  const { request, context } = args
  const { proviso } = context
  const door = doorOf(request, context.clientAddress)
  const form = await request.formData()
  const again = `/second-factor?to=${encodeURIComponent(to)}`
  const intent = textOf(form, 'intent')
  if (intent === 'kept') {
    await found(() => forgetEnrolment(proviso, signedIn))
    return redirect(to)
  }
  if (intent === 'confirm') {
    const code = textOf(form, 'code')
    const { value, errors } = await tried(() => confirmSecondFactor(proviso, door, signedIn, { code }))
    return errors === null ? redirect(again, { headers: value.headers }) : back(errors, {})
  }
  const password = String(form.get('password') ?? '')
  const { errors } = await tried(() => startSecondFactor(proviso, door, signedIn, { password }))
  return errors === null ? redirect(again) : back(errors, {})
}

export default function SecondFactorRoute() {
  const { step, laboratory } = useLoaderData<typeof loader>()
  const { errors = {} } = useActionData<typeof action>() ?? {}
  return (
    <Door laboratory={laboratory}>
      <SecondFactor step={step} errors={errors} />
    </Door>
  )
}
