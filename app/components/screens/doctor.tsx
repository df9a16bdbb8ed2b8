import { Icon } from '../icon.tsx'
import { PageHeader } from '../page.tsx'

export type Check = { id: string; title: string; state: 'ok' | 'warn' | 'fail'; says: string; hint: string | null }

const looks = {
  ok: ['is-meets', 'meets', 'Fine'],
  warn: ['is-weak', 'warning', 'Look here'],
  fail: ['is-missing', 'missing', 'Not well'],
} as const

/** Whether this machine can do its work: browser, sandbox, disk, clock, database, lists. */
export function Doctor({ checks }: { checks: ReadonlyArray<Check> }) {
  const open = checks.filter(({ state }) => state !== 'ok').length
  return (
    <>
      <PageHeader title="Doctor">
        <p>
          {open === 0 ? 'All that this machine needs is there.' : `${open} of ${checks.length} checks need a look.`}
        </p>
      </PageHeader>
      <ul className="grid gap-4 md:grid-cols-2">
        {checks.map(({ id, title, state, says, hint }) => {
          const [tone, icon, word] = looks[state]
          return (
            <li key={id} className={`finding ${tone} p-4`}>
              <h2 className="flex items-center gap-2 text-base">
                <span className="text-(--status)">
                  <Icon name={icon} />
                </span>
                {title}
                <span className="ms-auto text-sm font-semibold text-(--status)">{word}</span>
              </h2>
              <p className="mt-1 break-words text-sm">{says}</p>
              {hint !== null && <p className="mt-1 text-sm text-soft">{hint}</p>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
