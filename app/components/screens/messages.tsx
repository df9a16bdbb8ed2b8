import { Link } from '@remix-run/react'
import { type MessageFilter, type MessageList, messageVerdicts, verdictStatus } from '../../views/message-list.ts'
import { channelWords } from '../../views/rule-words.ts'
import { DataTable } from '../data-table.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { EmptyState } from '../page.tsx'
import { StatusBadge, statusWords } from '../status.tsx'

type Removed = { version: string; name: string; at: string }

export type MessagesProps = {
  base: string
  list: MessageList
  filter: MessageFilter
  removed: ReadonlyArray<Removed>
  justRemoved: string | null
  imported: string | null
  mayChange: boolean
  keepsText: boolean
}

function Filters({ filter }: { filter: MessageFilter }) {
  return (
    <Form role="search" className="mb-5 flex flex-wrap items-end gap-3">
      <div className="grow sm:max-w-64">
        <label htmlFor="search" className="mb-1 block text-sm font-semibold">
          Find by name
        </label>
        <input id="search" name="search" type="search" defaultValue={filter.search} className="input" />
      </div>
      <div>
        <label htmlFor="verdict" className="mb-1 block text-sm font-semibold">
          Verdict
        </label>
        <select id="verdict" name="verdict" defaultValue={filter.verdict ?? ''} className="input">
          <option value="">All</option>
          {messageVerdicts.map((verdict) => (
            <option key={verdict} value={verdict}>
              {statusWords[verdictStatus[verdict]]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="channel" className="mb-1 block text-sm font-semibold">
          Channel
        </label>
        <select id="channel" name="channel" defaultValue={filter.channel ?? ''} className="input">
          <option value="">All</option>
          {Object.entries(channelWords).map(([channel, words]) => (
            <option key={channel} value={channel}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button button-quiet">
        Show
      </button>
    </Form>
  )
}

function Counts({ list }: { list: MessageList }) {
  return (
    <ul aria-label="Verdicts of all messages" className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
      {messageVerdicts
        .filter((verdict) => list.counts[verdict] > 0)
        .map((verdict) => (
          <li key={verdict} className="flex items-center gap-2">
            <StatusBadge status={verdictStatus[verdict]} />
            <span className="font-semibold tabular-nums">
              {list.counts[verdict]}
              <span className="sr-only"> messages</span>
            </span>
          </li>
        ))}
      <li>
        {list.approved} of {list.total} approved by a person
      </li>
    </ul>
  )
}

function PutBack({ version, name }: Removed) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <button type="submit" name="intent" value="put-back" className="link-button">
        Put it back<span className="sr-only">: {name}</span>
      </button>
    </Form>
  )
}

function Table({ base, list }: { base: string; list: MessageList }) {
  return (
    <DataTable
      caption={`${list.matching} of ${list.total} messages, those that need work first`}
      rows={list.rows}
      rowKey={({ series }) => series}
      columns={[
        { label: 'Message', cell: ({ series, name }) => <Link to={`${base}/messages/${series}`}>{name}</Link> },
        { label: 'Channel', cell: ({ channel }) => channelWords[channel] },
        { label: 'Verdict', cell: ({ verdict }) => <StatusBadge status={verdictStatus[verdict]} /> },
        {
          label: 'Found',
          cell: ({ found, verdict }) =>
            verdict === 'unknown'
              ? 'The text was not kept'
              : found.length === 0
                ? 'Nothing to change'
                : found.join(', '),
        },
        {
          label: 'Approved',
          cell: ({ approved }) =>
            approved === null ? (
              <span className="text-soft">Not yet</span>
            ) : (
              <>
                {approved.by}, <Moment at={approved.at} />
              </>
            ),
        },
      ]}
    />
  )
}

function Pages({ base, list, filter }: { base: string; list: MessageList; filter: MessageFilter }) {
  const query = new URLSearchParams({
    search: filter.search,
    verdict: filter.verdict ?? '',
    channel: filter.channel ?? '',
  })
  const to = (page: number) => `${base}/messages?${query}&page=${page}`
  return (
    <nav aria-label="Pages of this list" className="mt-5 flex items-center gap-5 text-sm">
      {list.page > 1 && <Link to={to(list.page - 1)}>Page before</Link>}
      <span>
        Page {list.page} of {list.pages}
      </span>
      {list.page < list.pages && <Link to={to(list.page + 1)}>Next page</Link>}
    </nav>
  )
}

function Settings({ keepsText }: { keepsText: boolean }) {
  return (
    <details className="disclosure mt-8">
      <summary>How texts are kept</summary>
      <div className="mt-3 max-w-text space-y-3">
        <p>
          {keepsText
            ? 'Texts are kept encrypted on this machine. Phone numbers, email addresses and birth dates in them are masked first. So they can be judged anew when a rule changes.'
            : 'Texts are not kept: only the name, the channel and a fingerprint. Such a message says “Cannot tell”.'}
        </p>
        <Form method="post">
          <input type="hidden" name="intent" value="keep" />
          <button type="submit" name="keep" value={keepsText ? 'no' : 'yes'} className="button button-quiet">
            {keepsText ? 'Do not keep texts from now on' : 'Keep texts from now on'}
          </button>
        </Form>
      </div>
    </details>
  )
}

/** All messages of a vendor or practice: counts, filters, one row a message. */
export function Messages(props: MessagesProps) {
  const { base, list, filter, removed, justRemoved, imported, mayChange, keepsText } = props
  const gone = removed.find(({ version }) => version === justRemoved)
  const add = mayChange && (
    <div className="flex flex-wrap gap-3">
      <Link to={`${base}/messages/import`} className="button">
        Import messages
      </Link>
      <Link to={`${base}/messages/new`} className="button button-quiet">
        Write a message
      </Link>
      {list.total > 0 && (
        <Link to={`${base}/messages/sent`} className="button button-quiet">
          Compare with what was sent
        </Link>
      )}
    </div>
  )
  return (
    <>
      {imported !== null && <Notice look="done" title={`Taken in: ${imported}`} />}
      {gone !== undefined && (
        <Notice look="done" title={`Removed: ${gone.name}`}>
          <PutBack {...gone} />
        </Notice>
      )}
      {list.total === 0 ? (
        <EmptyState title="No message yet" action={add || undefined}>
          <p>
            Bring in the texts that go to patients: SMS, email, voicemail, call scripts. Each is read for clinical
            detail, merge fields, sender and opt-out, and gets a safe text beside it.
          </p>
        </EmptyState>
      ) : (
        <>
          <Counts list={list} />
          {add && <div className="mb-8">{add}</div>}
          <Filters filter={filter} />
          {list.matching === 0 ? (
            <EmptyState title="No message fits this filter" action={<Link to={`${base}/messages`}>Show all</Link>}>
              <p>Choose fewer conditions.</p>
            </EmptyState>
          ) : (
            <Table base={base} list={list} />
          )}
          {list.pages > 1 && <Pages base={base} list={list} filter={filter} />}
          <p className="mt-5 text-sm">
            Keep for your files:{' '}
            <a href={`${base}/messages.csv`} className="inline-block min-h-6">
              all messages (CSV)
            </a>{' '}
            ·{' '}
            <a href={`${base}/messages.json`} className="inline-block min-h-6">
              all messages with findings (JSON)
            </a>
          </p>
        </>
      )}
      {mayChange && removed.length > 0 && (
        <details className="disclosure mt-8">
          <summary>Removed messages ({removed.length})</summary>
          <ul className="mt-3 space-y-2">
            {removed.map((item) => (
              <li key={item.version} className="flex flex-wrap gap-x-4">
                <span>
                  {item.name}, removed <Moment at={item.at} />
                </span>
                <PutBack {...item} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayChange && <Settings keepsText={keepsText} />}
    </>
  )
}
