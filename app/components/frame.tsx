import { Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Mark } from './icon.tsx'
import { Form } from './own-form.tsx'

const places = [
  ['/', 'Home'],
  ['/vendors', 'Vendors'],
  ['/practices', 'Practices'],
  ['/prospects', 'Prospects'],
  ['/scans', 'Scans'],
  ['/reports', 'Reports'],
  ['/doctor', 'Doctor'],
] as const

function Places({ className }: { className: string }) {
  return (
    <ul className={className}>
      {places.map(([to, label]) => (
        <li key={to}>
          <NavLink
            to={to}
            end={to === '/'}
            className="block border-b-3 border-transparent py-2 font-semibold text-on-bar no-underline hover:border-on-bar-soft hover:text-on-bar aria-[current=page]:border-[#ffc23d] lg:py-4"
          >
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

function Brand() {
  return (
    <Link to="/" className="flex items-center gap-2 py-3 text-lg font-bold text-on-bar no-underline hover:text-on-bar">
      <Mark />
      Proviso
    </Link>
  )
}

function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-3 focus:z-20 focus:bg-surface focus:px-4 focus:py-2"
    >
      Skip to the content
    </a>
  )
}

/** Said on every screen while laboratory sites may be scanned; never hidden. */
function LaboratoryBanner({ hosts }: { hosts: string }) {
  return (
    <section
      aria-label="Laboratory mode"
      className="bg-alarm px-4 py-2 text-center text-sm font-semibold text-on-alarm sm:px-8"
    >
      <p>Laboratory mode: scans may reach {hosts} on this machine. Do not use it for real work.</p>
    </section>
  )
}

/** The frame of every signed-in screen. Help stands at the same place on each of them. */
export function Frame({
  person,
  organisation,
  switcher,
  notices,
  laboratory,
  children,
}: {
  person: string
  organisation: string
  /** Whether there is another organisation to go to, or one to add. */
  switcher: boolean
  /** How many are not read yet. */
  notices: number
  laboratory: string | null
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="no-print bg-bar text-on-bar [--color-focus:#ffc23d]">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 px-4 sm:px-8">
          <Brand />
          <nav aria-label="Main" className="hidden lg:block">
            <Places className="flex gap-x-5" />
          </nav>
          <div className="ms-auto flex flex-wrap items-center gap-x-4 text-sm">
            <span className="hidden text-on-bar-soft 2xl:block">{person}</span>
            {switcher ? (
              <Link
                to="/organisations"
                className="inline-block max-w-48 truncate py-1 font-semibold text-on-bar hover:text-on-bar"
              >
                {organisation} <span className="sr-only">(switch the organisation)</span>
              </Link>
            ) : (
              <span className="hidden text-on-bar-soft sm:block">{organisation}</span>
            )}
            <Link to="/notices" className="inline-block py-1 text-on-bar hover:text-on-bar">
              Notices
              {notices > 0 && (
                <>
                  {' '}
                  <span className="rounded-full bg-[#ffc23d] px-1.5 text-xs font-bold text-[#17232b]">
                    {notices > 99 ? '99+' : notices}
                    <span className="sr-only"> not read</span>
                  </span>
                </>
              )}
            </Link>
            <Link to="/search" className="inline-block py-1 text-on-bar hover:text-on-bar">
              Search
            </Link>
            <Link to="/settings" className="inline-block py-1 text-on-bar hover:text-on-bar">
              Settings
            </Link>
            <Link to="/help" className="inline-block py-1 text-on-bar hover:text-on-bar">
              Help
            </Link>
            <Form method="post" action="/sign-out">
              <button type="submit" className="link-button text-on-bar">
                Sign out
              </button>
            </Form>
          </div>
        </div>
        <details className="border-t border-on-bar-soft/25 lg:hidden">
          <summary className="px-4 py-3 font-semibold sm:px-8">Menu</summary>
          <nav aria-label="Main" className="px-4 pb-3 sm:px-8">
            <Places className="grid grid-cols-2 gap-x-6" />
          </nav>
        </details>
      </header>
      {laboratory !== null && <LaboratoryBanner hosts={laboratory} />}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-8 sm:px-8 sm:py-10">
        {children}
      </main>
      <footer className="no-print border-t border-line">
        <p className="mx-auto max-w-page px-4 py-5 text-xs text-soft sm:px-8">
          Proviso reports what was seen and when. It is not legal advice.
        </p>
      </footer>
    </div>
  )
}

/** The frame before anybody is known: set-up and sign-in. */
export function Door({ laboratory, children }: { laboratory: string | null; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      {laboratory !== null && <LaboratoryBanner hosts={laboratory} />}
      <header className="bg-bar [--color-focus:#ffc23d]">
        <div className="mx-auto max-w-page px-4 sm:px-8">
          <Brand />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-10 sm:px-8 sm:py-14">
        {children}
      </main>
      <footer className="border-t border-line">
        <p className="mx-auto max-w-page px-4 py-5 text-xs text-soft sm:px-8">
          Everything stays on this machine. No outside account is used.
        </p>
      </footer>
    </div>
  )
}
