import { useNavigation } from '@remix-run/react'
import { ChoiceField, DateField, ErrorSummary, type FieldErrors, FileField, TextField } from '../form.tsx'
import { Form } from '../own-form.tsx'
import { SelectField } from '../select-field.tsx'
import { zoneChoices } from '../zones.ts'

export type LogValues = {
  zone: string
  limitHours: string
  /** "" = recognised by its columns. */
  format: string
  dateOrder: string
  days: ReadonlyArray<string>
  starts: string
  complete: ReadonlyArray<string>
  completeFrom: string
  completeTo: string
  oldestRequired: string
  contractEnd: string
  keep: ReadonlyArray<string>
}

export type FormatChoice = { value: string; label: string }

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map((label, at) => ({
  value: String(at),
  label,
}))

const dateOrders = [
  { value: '', label: 'Found by itself' },
  { value: 'month', label: 'Month first (3/27/2026)' },
  { value: 'day', label: 'Day first (27/3/2026)' },
]

/** Several exports at once, and what only the practice can tell about them. */
export function OptOutUpload({
  first,
  values,
  errors,
  formats,
}: {
  first: boolean
  values: LogValues
  errors: FieldErrors
  formats: ReadonlyArray<FormatChoice>
}) {
  const { state, formData } = useNavigation()
  const sending = state === 'submitting' && formData?.get('intent') === 'import'
  const { starts, complete, oldestRequired, contractEnd, dateOrder, format } = values
  const asked = ['days', 'starts', 'completeFrom', 'completeTo', 'oldestRequired', 'contractEnd', 'format', 'dateOrder']
  const opened =
    asked.some((name) => errors[name] !== undefined) ||
    [starts, oldestRequired, contractEnd, dateOrder, format, ...complete].some((value) => value !== '')
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      {first && (
        <div className="mb-6 space-y-3 text-soft">
          <p>
            How late was every STOP? Proviso reads the logs you already have and answers for each person and channel,
            with file and line. It also says what the logs cannot prove.
          </p>
          <p>
            Choose all logs of the same months together: messages, calls, e-mails and do-not-contact lists. An opt-out
            in one file is then looked for in all others.
          </p>
        </div>
      )}
      <Form method="post" encType="multipart/form-data" noValidate>
        <FileField
          multiple
          name="files"
          label={first ? 'The logs' : 'Logs to read'}
          help={
            <>
              <p>
                CSV, JSON or JSON Lines, plain, as GZIP or in a ZIP. At most 20 files and 4 GB together. Read without
                any setting: exports of Twilio, SendGrid, Mailgun, Mailchimp, Mandrill, Postmark, Telnyx, Bandwidth,
                Vonage, RingCentral, Five9, HubSpot, Podium and AWS.
              </p>
              <p className="mt-1">
                Phone numbers and e-mail addresses become keyed hashes while they are read. No message text and no row
                is kept. The files are deleted as soon as they were read.
              </p>
            </>
          }
          accept=".csv,.json,.jsonl,.ndjson,.txt,.gz,.zip"
          errors={errors}
        />
        <SelectField
          name="zone"
          label="Time zone of the practice"
          help="Used for times without a zone of their own, for business days and for shifts."
          choices={zoneChoices(values.zone)}
          defaultValue={values.zone}
          errors={errors}
        />
        <TextField
          name="limitHours"
          label="Hours allowed until all channels stop"
          help="Your own bar: hours, not days. The limits of the law are shown beside it."
          inputMode="numeric"
          className="w-24"
          defaultValue={values.limitHours}
          errors={errors}
        />
        <details className="disclosure mb-6" open={opened}>
          <summary>More about these logs</summary>
          <div className="mt-4">
            <ChoiceField
              many
              name="complete"
              label="Which logs are complete?"
              help="Silence proves nothing in a log with holes. Say it only if you know it."
              choices={[
                { value: 'sms', label: 'Texts' },
                { value: 'email', label: 'E-mails' },
                { value: 'voice', label: 'Calls' },
              ]}
              chosen={values.complete}
              errors={errors}
            />
            <DateField
              name="completeFrom"
              label="Complete from"
              help="For example, 3 27 2026"
              defaultValue={values.completeFrom}
              errors={errors}
            />
            <DateField name="completeTo" label="Complete up to" defaultValue={values.completeTo} errors={errors} />
            <ChoiceField
              many
              name="days"
              label="On which days do you call patients?"
              help="With shifts, calls have to stop before the next one starts."
              choices={days}
              chosen={values.days}
              errors={errors}
            />
            <TextField
              name="starts"
              label="When do the shifts start?"
              help="Hours and minutes, for example 08:00, 13:00"
              defaultValue={starts}
              errors={errors}
            />
            <DateField
              name="oldestRequired"
              label="First day of the contract"
              help="To see whether logs reach back far enough."
              defaultValue={oldestRequired}
              errors={errors}
            />
            <DateField
              name="contractEnd"
              label="Last day of the contract, if it has ended"
              defaultValue={contractEnd}
              errors={errors}
            />
            <SelectField
              name="format"
              label="Format of these files"
              help="Only if a file was not recognised."
              choices={[{ value: '', label: 'Recognised by itself' }, ...formats]}
              defaultValue={format}
              errors={errors}
            />
            <SelectField
              name="dateOrder"
              label="Order of day and month"
              choices={dateOrders}
              defaultValue={dateOrder}
              errors={errors}
            />
          </div>
        </details>
        <ChoiceField
          many
          name="keep"
          label="After reading"
          choices={[
            {
              value: 'yes',
              label: 'Keep the files here for a day at most',
              help: 'Then format and zone can be corrected without choosing the files again.',
            },
          ]}
          chosen={values.keep}
        />
        <button type="submit" name="intent" value="import" className="button" disabled={sending}>
          {sending ? 'Sending the files …' : 'Time these opt-outs'}
        </button>
        <p role="status" className="mt-3 text-sm text-soft">
          {sending && 'The files are on their way. Stay on this page until the next one opens.'}
        </p>
      </Form>
    </div>
  )
}
