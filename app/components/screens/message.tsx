import { Link } from '@remix-run/react'
import { type Channel, channelWords, type FieldWord, fieldWords } from '../../views/rule-words.ts'
import type { TemplateView } from '../../views/template.ts'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { type Crumb, FactRow, PageHeader, Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'
import { FieldTable, Marks, TemplateLines } from './message-parts.tsx'

export type MessageVersion = { id: string; version: number; at: string; approved: { by: string; at: string } | null }

export type MessageProps = {
  base: string
  crumbs: ReadonlyArray<Crumb>
  name: string
  channel: Channel
  series: string
  /** Newest first; the first is the one that counts. */
  versions: ReadonlyArray<MessageVersion>
  removedAt: string | null
  /** null: the text was not kept. */
  view: TemplateView | null
  mappings: ReadonlyArray<{ name: string; holds: FieldWord; by: string; at: string }>
  mayChange: boolean
}

function Approval({
  version,
  view,
  mayChange,
}: {
  version: MessageVersion
  view: TemplateView | null
  mayChange: boolean
}) {
  const { approved } = version
  if (approved !== null) {
    return (
      <div className="finding is-meets mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
        <p>
          Version {version.version} was approved by <strong>{approved.by}</strong>, <Moment at={approved.at} />.
        </p>
        {mayChange && (
          <Form method="post">
            <input type="hidden" name="version" value={version.id} />
            <button type="submit" name="intent" value="unapprove" className="link-button">
              Take the approval back
            </button>
          </Form>
        )}
      </div>
    )
  }
  return (
    <div className="finding is-weak mb-8 p-4">
      <p>Nobody has approved version {version.version} yet. Only an approved text should be sent.</p>
      {mayChange && (
        <>
          {view?.status === 'conflicts' && (
            <p className="mt-2 text-sm text-soft">
              It still holds words that should not go out. Take the safe text first, or read each finding below before
              you approve it as it is.
            </p>
          )}
          <Form method="post" className="mt-3">
            <input type="hidden" name="version" value={version.id} />
            <button
              type="submit"
              name="intent"
              value="approve"
              className={`button ${view?.status === 'conflicts' ? 'button-quiet' : ''}`}
            >
              Approve this text
            </button>
          </Form>
        </>
      )}
    </div>
  )
}

function Texts({ view, version, mayChange }: { view: TemplateView; version: string; mayChange: boolean }) {
  return (
    <div className="mb-10 grid items-start gap-6 lg:grid-cols-2">
      <section aria-labelledby="text">
        <h2 id="text" className="mb-3">
          The text as it is
        </h2>
        <div className="message">
          <Marks segments={view.segments} />
        </div>
      </section>
      {view.rewrite !== null && (
        <section aria-labelledby="safe">
          <h2 id="safe" className="mb-3">
            A safe text
          </h2>
          <div className="message">{view.rewrite}</div>
          {mayChange && (
            <Form method="post" className="mt-3">
              <input type="hidden" name="version" value={version} />
              <button type="submit" name="intent" value="take" className="button">
                Take the safe text
              </button>
            </Form>
          )}
        </section>
      )}
    </div>
  )
}

/** One message: its text with every finding in place, a safe text beside it, its fields, its approval, its versions. */
export function Message(props: MessageProps) {
  const { base, crumbs, name, channel, series, versions, removedAt, view, mappings, mayChange } = props
  const [current] = versions
  const open = mayChange && removedAt === null
  const said = Object.fromEntries(
    mappings.map(({ name: field, holds, by, at }) => [
      field,
      <span key={field}>
        {fieldWords[holds]}: {by}, <Moment at={at} />
      </span>,
    ]),
  )
  return (
    <>
      <PageHeader
        title={name}
        kicker="Message"
        crumbs={crumbs}
        actions={
          open && (
            <>
              <Link to={`${base}/messages/${series}/edit`} className="button button-quiet">
                Change the text
              </Link>
              <Form method="post">
                <button type="submit" name="intent" value="remove" className="button button-quiet">
                  Remove
                </button>
              </Form>
            </>
          )
        }
      />
      {removedAt !== null && <Notice look="note" title="This message was removed. It no longer counts." />}
      <div className="card mb-6 p-5">
        <FactRow
          facts={[
            ['Verdict', <StatusBadge key="verdict" status={view?.status ?? 'unknown'} />],
            ['Channel', channelWords[channel]],
            ['Version', `${current?.version ?? 1} of ${versions.length}`],
            ['Saved', <Moment key="at" at={current?.at ?? ''} />],
          ]}
        />
      </div>
      {current !== undefined && removedAt === null && <Approval version={current} view={view} mayChange={mayChange} />}
      {view === null ? (
        <Notice look="note" title="The text was not kept, so it cannot be judged.">
          <p>Change the text, or import it again, once texts are kept.</p>
        </Notice>
      ) : (
        <>
          {view.masked && (
            <Notice look="note" title="A number, address or birth date was masked when this text was taken in.">
              <p>Write a merge field in its place, so that the text can be sent as it stands here.</p>
            </Notice>
          )}
          <Texts view={view} version={current?.id ?? ''} mayChange={open} />
          <Section id="found" title="What was found">
            <div className="max-w-text">
              <TemplateLines lines={view.lines} notes={view.notes} />
            </div>
          </Section>
          <Section id="fields" title="Merge fields">
            <FieldTable fields={view.fields} said={said} mayChange={open} />
          </Section>
        </>
      )}
      {versions.length > 1 && (
        <Section id="versions" title="Versions">
          <ul className="space-y-1">
            {versions.map(({ id, version, at, approved }) => (
              <li key={id}>
                Version {version}, <Moment at={at} />:{' '}
                {approved === null ? (
                  'never approved'
                ) : (
                  <>
                    approved by {approved.by}, <Moment at={approved.at} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
