import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Crumb = { to: string; label: string }

function Breadcrumbs({ crumbs }: { crumbs: ReadonlyArray<Crumb> }) {
  return (
    <nav aria-label="Breadcrumb" className="no-print mb-3 text-sm">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map(({ to, label }, at) => (
          <li key={to} className="flex gap-x-2">
            {at > 0 && (
              <span aria-hidden="true" className="text-soft">
                /
              </span>
            )}
            <Link to={to} className="inline-block min-h-6">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The head of every screen: where one is, one h1 that takes the focus after navigation, what one can do. */
export function PageHeader({
  title,
  kicker,
  crumbs = [],
  actions,
  children,
}: {
  title: string
  kicker?: string
  crumbs?: ReadonlyArray<Crumb>
  actions?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="mb-8">
      {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-text">
          {kicker !== undefined && <p className="mb-1 text-sm font-semibold text-soft">{kicker}</p>}
          <h1 tabIndex={-1}>{title}</h1>
          {children !== undefined && <div className="mt-2 text-soft">{children}</div>}
        </div>
        {actions !== undefined && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  )
}

export function Section({
  title,
  id,
  aside,
  children,
}: {
  title: string
  id: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mb-10">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

export function Tabs({
  label,
  tabs,
}: {
  label: string
  tabs: ReadonlyArray<{ to: string; label: string; current: boolean }>
}) {
  return (
    <nav aria-label={label} className="no-print mb-8">
      <ul className="tabs">
        {tabs.map(({ to, label: words, current }) => (
          <li key={to}>
            <Link to={to} {...(current ? { 'aria-current': 'page' as const } : {})}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** From page to page of a long list. `to` is the address without the page, from its first query field on. */
export function Pages({ to, page, pages }: { to: string; page: number; pages: number }) {
  return (
    <nav aria-label="Pages of this list" className="mt-5 flex items-center gap-5 text-sm">
      {page > 1 && <Link to={`${to}&page=${page - 1}`}>Page before</Link>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && <Link to={`${to}&page=${page + 1}`}>Next page</Link>}
    </nav>
  )
}

export type FactList = ReadonlyArray<readonly [term: string, value: ReactNode]>

/** Short facts side by side, the term above its value. */
export function FactRow({ facts }: { facts: FactList }) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 text-sm">
      {facts.map(([term, value]) => (
        <div key={term} className="max-w-80 min-w-0">
          <dt className="text-soft">{term}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Facts as term and value, one a line. */
export function Facts({ facts }: { facts: FactList }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[max-content_1fr]">
      {facts.map(([term, value]) => (
        <div key={term} className="sm:contents">
          <dt className="text-soft">{term}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** First use, no results, or all done: what this is for, and one thing to do. */
export function EmptyState({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="card max-w-text border-dashed p-6 sm:p-8">
      <h2 className="mb-2">{title}</h2>
      <div className="text-soft">{children}</div>
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  )
}
