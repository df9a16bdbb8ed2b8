import './app.css'
import type { LinksFunction } from '@remix-run/node'
import { Links, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError } from '@remix-run/react'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { DocumentContext } from './components/document-context.ts'
import { Door } from './components/frame.tsx'
import { ErrorPage, errorWords } from './components/screens/error-page.tsx'

const fonts = [400, 600, 700].map((weight) => `/fonts/atkinson-hyperlegible-next-${weight}.woff2`)

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' },
  ...fonts.slice(0, 2).map((href) => ({
    rel: 'preload',
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
    href,
  })),
]

/** Where no organisation is known, times are shown in the zone this portal runs in; the zone is always named. */
export function loader() {
  return { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** The deepest route names the page: `title` in its loader's data, else in its handle. */
function useTitle(): string {
  const named = useMatches().flatMap(({ data, handle }) => {
    const from = (data as { title?: unknown } | null | undefined)?.title ?? (handle as { title?: unknown })?.title
    return typeof from === 'string' ? [from] : []
  })
  const { failed } = useContext(DocumentContext)
  return [...(failed === null ? [] : [failed]), ...named.reverse(), 'Proviso'].join(' · ')
}

/** After a navigation the reader stands at the h1, or at the error summary, which takes the focus itself. */
function useFocusAfterNavigation(): void {
  const { key, hash } = useLocation()
  const seen = useRef(key)
  useEffect(() => {
    if (seen.current === key) return
    seen.current = key
    // A jump within the page puts the focus at its own target.
    if (hash !== '') return
    if (document.querySelector('[role="alert"]') === null) document.querySelector<HTMLElement>('h1')?.focus()
  }, [key, hash])
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  const { nonce, errors } = useContext(DocumentContext)
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        {/* What Vite loads later carries the nonce of this page; it looks for it here. */}
        <meta property="csp-nonce" {...(nonce === undefined ? {} : { nonce })} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title suppressHydrationWarning>{`${errors ? 'Error: ' : ''}${title}`}</title>
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration {...(nonce === undefined ? {} : { nonce })} />
        <Scripts {...(nonce === undefined ? {} : { nonce })} />
      </body>
    </html>
  )
}

export default function App() {
  useFocusAfterNavigation()
  return (
    <Page title={useTitle()}>
      <Outlet />
    </Page>
  )
}

export function ErrorBoundary() {
  const { title, text } = errorWords(useRouteError())
  return (
    <Page title={`${title} · Proviso`}>
      <Door laboratory={null}>
        <ErrorPage title={title} text={text} />
      </Door>
    </Page>
  )
}
