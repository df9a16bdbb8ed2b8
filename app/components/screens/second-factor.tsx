import type { ReactNode } from 'react'
import type { QrCode } from '../../views/qr-code.ts'
import { ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { PageHeader } from '../page.tsx'

export type SecondFactorStep =
  | { kind: 'start' }
  | { kind: 'scan'; key: string; qr: QrCode }
  | { kind: 'codes'; codes: ReadonlyArray<string> }

function Start({ errors }: { errors: FieldErrors }) {
  return (
    <Step title="Set up your second factor" errors={errors}>
      <p className="mb-6">
        An app on your phone shows a new code every 30 seconds. With it a stolen password opens nothing. Any app for
        one-time codes will do.
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="start" />
        <TextField name="password" type="password" label="Password" autoComplete="current-password" errors={errors} />
        <button type="submit" className="button">
          Go on
        </button>
      </Form>
    </Step>
  )
}

function Scan({ secret, qr, errors }: { secret: string; qr: QrCode; errors: FieldErrors }) {
  return (
    <Step title="Add Proviso to your app" errors={errors}>
      <p className="mb-4">Point the app at this square, or type the key by hand.</p>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label="QR code with the key for your app"
        className="mb-4 w-56"
        shapeRendering="crispEdges"
      >
        {/* Black on white in every theme: many apps read no inverted square. */}
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="mb-6">
        Key: <code className="break-all font-semibold">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="confirm" />
        <TextField
          name="code"
          label="Code"
          help="The 6 digits the app shows now."
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          errors={errors}
        />
        <button type="submit" className="button">
          Turn it on
        </button>
      </Form>
    </Step>
  )
}

function Codes({ codes }: { codes: ReadonlyArray<string> }) {
  return (
    <Step title="Keep your recovery codes" errors={{}}>
      <p className="mb-4">
        Each of them lets you in once when the app is lost. Print them or write them down. They are not shown again.
      </p>
      <ul aria-label="Recovery codes" className="card mb-6 grid grid-cols-2 gap-x-8 gap-y-2 p-5 font-semibold">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Form method="post">
        <input type="hidden" name="intent" value="kept" />
        <button type="submit" className="button">
          I have kept them
        </button>
      </Form>
    </Step>
  )
}

function Step({ title, errors, children }: { title: string; errors: FieldErrors; children: ReactNode }) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      <PageHeader title={title} />
      {children}
    </div>
  )
}

export function SecondFactor({ step, errors }: { step: SecondFactorStep; errors: FieldErrors }) {
  if (step.kind === 'start') return <Start errors={errors} />
  if (step.kind === 'scan') return <Scan secret={step.key} qr={step.qr} errors={errors} />
  return <Codes codes={step.codes} />
}
