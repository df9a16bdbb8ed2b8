import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

const looks = {
  done: ['is-meets', 'meets'],
  note: ['is-unknown', 'unknown'],
  warning: ['is-weak', 'warning'],
  problem: ['is-missing', 'warning'],
} as const

/** News that belongs to the page, not to a field. It stays until the page is left; nothing pops up and goes. */
export function Notice({ look, title, children }: { look: keyof typeof looks; title: string; children?: ReactNode }) {
  const id = useId()
  const [tone, icon] = looks[look]
  return (
    <section aria-labelledby={id} className={`finding ${tone} mb-6 flex gap-3 p-4`}>
      <span className="mt-1 flex-none text-(--status)">
        <Icon name={icon} size={18} />
      </span>
      <div className="max-w-text">
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {children !== undefined && <div className="mt-1 text-sm text-soft">{children}</div>}
      </div>
    </section>
  )
}

/** A typed refusal: what is wrong, what to do. Never a verdict. */
export function Problem({ says, hint, detail }: { says: string; hint: string; detail?: string | null }) {
  return (
    <Notice look="problem" title={says}>
      {detail ? <p className="mb-1">{detail}</p> : null}
      <p>{hint}</p>
    </Notice>
  )
}
