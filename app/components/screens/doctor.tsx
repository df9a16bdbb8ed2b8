import { Icon } from '../icon.tsx'
import { PageHeader } from '../page.tsx'

export type Check = { name: string; ok: boolean; says: string; hint: string | null }

const tone = (ok: boolean) => (ok ? 'is-meets' : 'is-weak')

/** Whether this machine can do its work: browser, sandbox, disk, clock, database, lists. */
export function Doctor({ checks }: { checks: ReadonlyArray<Check> }) {
  const failing = checks.filter(({ ok }) => !ok).length
  return (
    <>
      <PageHeader title="Doctor">
        <p>
          {failing === 0
            ? 'Everything this machine needs is there.'
            : `${failing} of ${checks.length} checks need a look.`}
        </p>
      </PageHeader>
      <ul className="grid gap-4 md:grid-cols-2">
        {checks.map(({ name, ok, says, hint }) => (
          <li key={name} className={`finding ${tone(ok)} p-4`}>
            <h2 className="flex items-center gap-2 text-base">
              <span className="text-(--status)">
                <Icon name={ok ? 'meets' : 'warning'} />
              </span>
              {name}
              <span className="ms-auto text-sm font-semibold text-(--status)">{ok ? 'Fine' : 'Look here'}</span>
            </h2>
            <p className="mt-1 break-words text-sm">{says}</p>
            {hint !== null && <p className="mt-1 text-sm text-soft">{hint}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
