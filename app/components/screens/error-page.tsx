import { isRouteErrorResponse } from '@remix-run/react'
import { useEffect } from 'react'
import { PageHeader } from '../page.tsx'

/** One sentence on what is wrong, one on what to do; never what broke inside. */
export function errorWords(error: unknown): { title: string; text: string } {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return { title: 'This page is not here', text: 'Check the address, or go to Home.' }
    if (error.status === 403) {
      return { title: 'You may not do this', text: 'Ask the owner of your organisation for the right.' }
    }
    if (error.status === 409) {
      return {
        title: 'This page belongs to another organisation',
        text: 'You switched in another tab, so nothing was saved. Go back to copy what you typed, switch again, and send it there.',
      }
    }
  }
  return {
    title: 'Something went wrong here',
    text: 'What you saved is kept. Go back and try again; if it stays, look at Doctor.',
  }
}

export function ErrorPage({ title, text }: { title: string; text: string }) {
  useEffect(() => {
    if (!document.title.startsWith(title)) document.title = `${title} · Proviso`
  }, [title])
  return (
    <>
      <PageHeader title={title}>
        <p>{text}</p>
      </PageHeader>
      <a className="button" href="/">
        Go to Home
      </a>
    </>
  )
}
