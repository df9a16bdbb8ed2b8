import { Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { DrillView } from '../../views/drills.ts'
import { DataTable } from '../data-table.tsx'
import { ChoiceField, ErrorSummary, type FieldErrors, TextField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Form } from '../own-form.tsx'
import { Section } from '../page.tsx'
import { SelectField } from '../select-field.tsx'
import { RunBadge, StatusBadge } from '../status.tsx'

export type DrillValues = {
  optOutChannel: string
  minutesAgo: string
  hours: string
  limitHours: string
  email: string
  phone: string
  lists: ReadonlyArray<{ adapter: string; channel: string; account: string; path: string; equals: string }>
}

type Adapter = { id: string; title: string; account: string | null }

const channels = [
  { value: 'sms', label: 'Text' },
  { value: 'email', label: 'E-mail' },
  { value: 'voice', label: 'Call' },
]

const refreshEveryMs = 5_000

function Drill({ drill, mayStop }: { drill: DrillView; mayStop: boolean }) {
  const { run, live, optOutBy, optedOutAt, endsAt, limitHours, lists } = drill
  return (
    <li className="card p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <RunBadge state={run.state} />
        <p className="text-sm text-soft">
          Opted out by {optOutBy} <Moment at={optedOutAt} />, limit {limitHours} h
        </p>
      </div>
      <div role={live ? 'status' : undefined}>
        <DataTable
          caption="When each list came to know of it"
          rows={lists}
          rowKey={({ key }) => key}
          columns={[
            {
              label: 'List',
              cell: ({ name, channel }) => (
                <>
                  {name} <span className="font-normal text-soft">({channel})</span>
                </>
              ),
            },
            {
              label: 'Result',
              cell: ({ verdict }) => (
                <StatusBadge status={verdict === 'fail' ? 'conflicts' : verdict === 'pass' ? 'meets' : 'unknown'} />
              ),
            },
            { label: 'In words', cell: ({ because }) => because },
            { label: 'Between', cell: ({ interval }) => interval },
            { label: 'Looks answered', number: true, cell: ({ looks, answered }) => `${answered} of ${looks}` },
            {
              label: 'Next look',
              cell: ({ nextAt }) => (nextAt === null ? 'None' : <Moment at={nextAt} />),
            },
          ]}
        />
      </div>
      {live && (
        <div className="mt-4 flex flex-wrap items-center gap-5">
          <p className="text-sm text-soft">
            It looks again by itself until <Moment at={endsAt} /> at the latest. You can leave this page.
          </p>
          <Link to="." reloadDocument className="inline-block min-h-6">
            Refresh
          </Link>
          {mayStop && (
            <Form method="post">
              <input type="hidden" name="run" value={run.id} />
              <button type="submit" name="intent" value="cancel" className="button button-quiet button-small">
                Stop this drill
              </button>
            </Form>
          )}
        </div>
      )}
    </li>
  )
}

function ListFields({
  at,
  adapters,
  values,
  errors,
}: {
  at: number
  adapters: ReadonlyArray<Adapter>
  values: DrillValues['lists'][number]
  errors: FieldErrors
}) {
  const accounts = adapters.filter(({ account }) => account !== null)
  return (
    <fieldset className="card mb-4 min-w-0 p-4 pb-0">
      <legend className="font-semibold">List {at + 1}</legend>
      <SelectField
        name={`adapter-${at}`}
        label="Which list is asked?"
        choices={[{ value: '', label: 'None' }, ...adapters.map(({ id, title }) => ({ value: id, label: title }))]}
        defaultValue={values.adapter}
        errors={errors}
      />
      <SelectField
        name={`channel-${at}`}
        label="Which channel does it stop?"
        choices={[{ value: '', label: 'Choose' }, ...channels]}
        defaultValue={values.channel}
        errors={errors}
      />
      <TextField
        name={`account-${at}`}
        label="Account"
        help={accounts.map(({ title, account }) => `${title}: ${account}`).join('. ')}
        spellCheck={false}
        autoComplete="off"
        defaultValue={values.account}
        errors={errors}
      />
      <TextField
        name={`key-${at}`}
        type="password"
        label="Key that may read it"
        help="Kept encrypted while the drill runs and deleted with its end. A read-only key is enough."
        autoComplete="off"
        errors={errors}
      />
      <details className="disclosure mb-6">
        <summary>Only for another list by web address</summary>
        <div className="mt-4">
          <TextField
            name={`path-${at}`}
            label="Where in the answer"
            help="For example data.0.status. Left open, “not found” means not listed and any other answer means listed."
            spellCheck={false}
            defaultValue={values.path}
            errors={errors}
          />
          <TextField
            name={`equals-${at}`}
            label="What stands there when listed"
            help="For example unsubscribed or true. Left open, anything there means listed."
            spellCheck={false}
            defaultValue={values.equals}
            errors={errors}
          />
        </div>
      </details>
    </fieldset>
  )
}

function StartForm({
  adapters,
  values,
  errors,
}: {
  adapters: ReadonlyArray<Adapter>
  values: DrillValues
  errors: FieldErrors
}) {
  return (
    <Form method="post" noValidate className="max-w-text">
      <ol className="mb-6 list-decimal space-y-2 pl-6 text-soft">
        <li>Enter a test patient with the vendor, with an e-mail and a phone of your own.</li>
        <li>Opt that test patient out on one channel, the way a patient would.</li>
        <li>Start the drill here at once. It asks the other lists until they know, and sends nothing to anybody.</li>
      </ol>
      <TextField
        name="email"
        label="E-mail of the test patient"
        type="email"
        autoComplete="off"
        defaultValue={values.email}
        errors={errors}
      />
      <TextField
        name="phone"
        label="Phone of the test patient"
        autoComplete="off"
        defaultValue={values.phone}
        errors={errors}
      />
      <ChoiceField
        many
        name="testRecord"
        label="Whose addresses are these?"
        choices={[{ value: 'yes', label: 'A test record of ours. They belong to no patient.' }]}
        errors={errors}
      />
      <ChoiceField
        name="optOutChannel"
        label="How did the test patient opt out?"
        choices={channels}
        chosen={[values.optOutChannel]}
        errors={errors}
      />
      <TextField
        name="minutesAgo"
        label="How many minutes ago?"
        inputMode="numeric"
        className="w-24"
        defaultValue={values.minutesAgo}
        errors={errors}
      />
      <TextField
        name="hours"
        label="Hours to look at most"
        inputMode="numeric"
        className="w-24"
        defaultValue={values.hours}
        errors={errors}
      />
      <TextField
        name="limitHours"
        label="Hours allowed until all channels stop"
        inputMode="numeric"
        className="w-24"
        defaultValue={values.limitHours}
        errors={errors}
      />
      {values.lists.map((list, at) =>
        at === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of a form are fixed
          <ListFields key={at} at={at} adapters={adapters} values={list} errors={errors} />
        ) : null,
      )}
      <details className="disclosure mb-6" open={values.lists.slice(1).some(({ adapter }) => adapter !== '')}>
        <summary>Ask more lists</summary>
        <div className="mt-4">
          {values.lists.map((list, at) =>
            at === 0 ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the places of a form are fixed
              <ListFields key={at} at={at} adapters={adapters} values={list} errors={errors} />
            ),
          )}
        </div>
      </details>
      <button type="submit" name="intent" value="start" className="button">
        Start the drill
      </button>
    </Form>
  )
}

/** Drills of a subject: those that run, with their state, those before, and the form for the next. */
export function Drills({
  back,
  drills,
  adapters,
  values,
  mayStart,
  mayStop,
  errors,
}: {
  back: string
  drills: ReadonlyArray<DrillView>
  adapters: ReadonlyArray<Adapter>
  values: DrillValues
  mayStart: boolean
  mayStop: boolean
  errors: FieldErrors
}) {
  const { revalidate } = useRevalidator()
  const live = drills.some((drill) => drill.live)
  useEffect(() => {
    if (!live) return
    const timer = setInterval(revalidate, refreshEveryMs)
    return () => clearInterval(timer)
  }, [live, revalidate])
  return (
    <>
      <ErrorSummary errors={errors} />
      <p className="no-print mb-4">
        <Link to={back} className="inline-block min-h-6">
          Back to opt-outs
        </Link>
      </p>
      <Section id="drills" title="Drills">
        <p className="mb-4 max-w-text text-soft">
          How long does an opt-out take today? A test patient opts out on one channel, and the lists of the others are
          asked until they know. Each answer narrows the time between “not yet there” and “there”.
        </p>
        {drills.length === 0 ? (
          <p>No drill was run yet.</p>
        ) : (
          <ol className="space-y-4">
            {drills.map((drill) => (
              <Drill key={drill.run.id} drill={drill} mayStop={mayStop} />
            ))}
          </ol>
        )}
      </Section>
      {mayStart && (
        <Section id="start" title="Start a drill">
          <StartForm key={drills.length} adapters={adapters} values={values} errors={errors} />
        </Section>
      )}
    </>
  )
}
