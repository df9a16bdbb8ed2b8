import { DataTable } from '../data-table.tsx'
import type { FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { type Crumb, PageHeader, Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'
import { type ImportValues, MessageImport } from './message-import.tsx'

export type SentProps = {
  subject: string
  crumbs: ReadonlyArray<Crumb>
  sent: { at: string; lines: ReadonlyArray<{ name: string; matches: boolean; approved: boolean }> } | null
  mayChange: boolean
  values: ImportValues
  errors: FieldErrors
}

/** Which approved message each sent text came from, and which came from none. */
export function MessagesSent({ subject, crumbs, sent, mayChange, values, errors }: SentProps) {
  return (
    <>
      <PageHeader title="Compare with what was sent" kicker={subject} crumbs={crumbs}>
        <p>
          Hand in texts as they went out. Each should be an approved message with its fields filled in. Sent texts hold
          patients, so none is kept.
        </p>
      </PageHeader>
      {sent !== null && (
        <Section id="compared" title="What the last comparison found" aside={<Moment at={sent.at} />}>
          <DataTable
            caption={`${sent.lines.length} different messages were sent`}
            rows={sent.lines}
            rowKey={({ name }) => name}
            columns={[
              { label: 'Message', cell: ({ name }) => name },
              {
                label: 'Verdict',
                cell: ({ approved }) => <StatusBadge status={approved ? 'meets' : 'conflicts'} />,
              },
              {
                label: 'Why',
                cell: ({ matches, approved }) =>
                  approved
                    ? 'It is an approved message.'
                    : matches
                      ? 'Nobody has approved this message.'
                      : 'It fits no message here: words were added, or the message was never handed in.',
              },
            ]}
          />
        </Section>
      )}
      {mayChange && <MessageImport go="Compare" values={values} errors={errors} />}
    </>
  )
}
