import { ErrorSummary, type FieldErrors } from '../form.tsx'
import { Moment } from '../moment.tsx'
import { Notice } from '../notice.tsx'
import { Form } from '../own-form.tsx'
import { Facts, PageHeader, Section } from '../page.tsx'

export type BackupsProps = {
  folder: string
  count: number
  newest: { at: string; bytes: number } | null
  drill: { at: string; held: boolean; ofNewest: boolean } | null
  /** What was done just now; null: nothing. */
  done: 'make' | 'drill' | null
  errors: FieldErrors
}

function Press({ intent, label, help }: { intent: 'make' | 'drill'; label: string; help: string }) {
  return (
    <Form method="post" className="mb-6">
      <input type="hidden" name="intent" value={intent} />
      <p className="mb-2 text-sm text-soft">{help}</p>
      <button type="submit" className={intent === 'make' ? 'button' : 'button button-quiet'}>
        {label}
      </button>
    </Form>
  )
}

const drillTitle = ({ held, ofNewest }: { held: boolean; ofNewest: boolean }) =>
  `${ofNewest ? 'The newest backup' : 'The backup that was tried'} ${held ? 'holds' : 'does not hold'}`

/** The encrypted backups of this installation, and whether one was ever tried. */
export function Backups({ folder, count, newest, drill, done, errors }: BackupsProps) {
  return (
    <div className="max-w-text">
      <ErrorSummary errors={errors} />
      {done === 'make' && <Notice look="done" title="The backup is made" />}
      {done === 'drill' && drill !== null && (
        <Notice look={drill.held ? 'done' : 'problem'} title={drillTitle(drill)}>
          <p>
            {drill.held
              ? 'It was restored aside: every row, every chain of the log and every file is as it should be.'
              : 'Do not rely on it. Make another one, and look at Doctor.'}
          </p>
        </Notice>
      )}
      <PageHeader title="Backup" kicker="Settings">
        <p>One encrypted file a day while the portal runs; the newest of each of the last 14 days is kept.</p>
      </PageHeader>
      <Section id="state" title="As it stands">
        <Facts
          facts={[
            ['Newest', newest === null ? 'None yet' : <Moment key="newest" at={newest.at} />],
            ['Its size', newest === null ? '–' : `${(newest.bytes / 1e6).toFixed(1)} MB`],
            ['Kept', String(count)],
            [
              'Last restore drill',
              drill === null ? (
                'Never: a backup nobody restored is a hope'
              ) : (
                <span key="drill">
                  <Moment at={drill.at} />, {drill.ofNewest ? 'the newest' : 'an older one'}{' '}
                  {drill.held ? 'held' : 'did not hold'}
                  {drill.ofNewest ? '' : '; the newest was not tried yet'}
                </span>
              ),
            ],
            [
              'Folder',
              <code key="folder" className="break-all">
                {folder}
              </code>,
            ],
          ]}
        />
        <p className="mt-4 text-sm text-soft">
          A backup opens only with the keys folder, which is in none of them. Keep a copy of it elsewhere.
        </p>
      </Section>
      <Section id="now" title="Now">
        <Press intent="make" label="Make a backup now" help="It takes some seconds, and nobody has to stop working." />
        <Press
          intent="drill"
          label="Try to restore the newest"
          help="Into a folder of its own, which goes afterwards. What you work with is not touched."
        />
      </Section>
    </div>
  )
}
