import { Link } from '@remix-run/react'
import { ChoiceField } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState, PageHeader, Pages, Section } from '../page.tsx'

type Kind = 'work' | 'findings' | 'agreements' | 'safety'

const kindWords: Record<Kind, { label: string; help: string }> = {
  work: { label: 'Work that ended', help: 'Scans, readings of agreements and imports, also those that failed.' },
  findings: { label: 'Findings that turned', help: 'Lines that are newly weak, missing or in conflict.' },
  agreements: { label: 'Agreements that end', help: '60, 30 and 7 days before, on the day, and once it has passed.' },
  safety: { label: 'The audit log', help: 'When its chain does not hold any more.' },
}

export type NoticesProps = {
  items: ReadonlyArray<{ id: string; kind: Kind; at: string; says: string; to: string; unread: boolean }>
  kinds: ReadonlyArray<Kind>
  choice: Record<Kind, boolean> & { digest: boolean }
  page: number
  pages: number
  unread: number
  saved: boolean
}

/** What happened since one was here, and what one wants to be told. */
export function Notices({ items, kinds, choice, page, pages, unread, saved }: NoticesProps) {
  const [newest] = items
  const chosen = [...kinds.filter((kind) => choice[kind]), ...(choice.digest ? ['digest'] : [])]
  return (
    <>
      {saved && <Notice look="done" title="Your choice is saved" />}
      <PageHeader
        title="Notices"
        actions={
          unread > 0 &&
          newest !== undefined &&
          page === 1 && (
            <Form method="post">
              <input type="hidden" name="intent" value="read" />
              <input type="hidden" name="upTo" value={newest.at} />
              <button type="submit" className="button button-quiet">
                Mark all as read
              </button>
            </Form>
          )
        }
      >
        <p>{unread === 0 ? 'You have read everything.' : `${unread} you have not read.`}</p>
      </PageHeader>
      {items.length === 0 ? (
        <EmptyState title="Nothing yet">
          <p>Ended scans, findings that turned and agreements that end will stand here.</p>
        </EmptyState>
      ) : (
        <ul className="mb-10 max-w-text border-t border-line">
          {items.map(({ id, kind, at, says, to, unread: isNew }) => (
            <li key={id} className="border-b border-line py-3">
              <p className={isNew ? 'font-semibold' : ''}>
                {isNew && <span className="text-brand">New: </span>}
                <Link to={to}>{says}</Link>
              </p>
              <p className="text-sm text-soft">
                {kindWords[kind].label} · <Moment at={at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && <Pages to="/notices?" page={page} pages={pages} />}
      <Section id="choice" title="What you want to be told">
        <Form method="post" className="max-w-text">
          <input type="hidden" name="intent" value="choose" />
          <ChoiceField
            name="tell"
            label="Tell me about"
            many
            chosen={chosen}
            choices={[
              ...kinds.map((kind) => ({ value: kind, ...kindWords[kind] })),
              {
                value: 'digest',
                label: 'Also by mail',
                help: 'One letter a day where something is new. It names vendors and pages, never a patient.',
              },
            ]}
          />
          <button type="submit" className="button">
            Save
          </button>
        </Form>
      </Section>
    </>
  )
}
