import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Notice } from './notice.tsx'
import { putBack, type TypedForm, typedOn } from './typed.ts'

/** WCAG 2.2.1 asks for 20 seconds at least; people who were on the phone need longer. */
const warnMs = 3 * 60_000
/** Room for the last requests before the session is over. */
const marginMs = 3_000

/** Milliseconds the session has; 0 when it is over. Only "stay" makes them more. */
async function ask(form?: Record<string, string>): Promise<number> {
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
  try {
    const answer = await fetch('/session', { redirect: 'manual', ...body })
    return answer.ok ? ((await answer.json()) as { endsInMs: number }).endsInMs : 0
  } catch {
    // Away for a moment: look again soon, and lose nothing by it.
    return warnMs + 30_000
  }
}

async function keep(): Promise<void> {
  const typed = typedOn(document, location.pathname)
  if (typed !== null) await ask({ intent: 'keep', typed: JSON.stringify(typed) })
}

/** Warns three minutes before an unused session ends, keeps what was typed, and then signs out. */
export function IdleWarning({ endsInMs }: { endsInMs: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [minutes, setMinutes] = useState(0)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const later = (work: () => Promise<void>, ms: number) => {
      // Beyond 24 days a timer would fire at once.
      timer = setTimeout(() => void (gone ? undefined : work()), Math.min(Math.max(0, ms), 2_000_000_000))
    }
    async function look(): Promise<void> {
      const left = await ask()
      if (left > warnMs) return later(look, left - warnMs)
      await keep()
      if (gone) return
      setMinutes(Math.max(1, Math.round(left / 60_000)))
      if (dialog.current?.open === false) dialog.current.showModal()
      later(end, left - marginMs)
    }
    async function end(): Promise<void> {
      // Another tab may have stayed in the meantime.
      const left = await ask()
      if (left > warnMs) {
        dialog.current?.close()
        return later(look, left - warnMs)
      }
      await keep()
      await fetch('/sign-out', { method: 'POST', body: new URLSearchParams(), redirect: 'manual' })
      location.assign(`/sign-in?idle&to=${encodeURIComponent(location.pathname + location.search)}`)
    }
    later(look, round === 0 ? endsInMs - warnMs : 0)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [endsInMs, round])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="idle-title"
      className="m-auto max-w-text rounded-md border-3 border-line bg-surface p-6 text-ink backdrop:bg-black/50"
      // Also on Escape: whoever is there to press a key is there.
      onClose={() => void ask({ intent: 'stay' }).then(() => setRound((one) => one + 1))}
    >
      <h2 id="idle-title" className="mb-3">
        Are you still there?
      </h2>
      <p className="mb-5">
        You will be signed out in {minutes} {minutes === 1 ? 'minute' : 'minutes'}. What you typed is kept for a day.
      </p>
      <form method="dialog">
        <button type="submit" className="button">
          Stay signed in
        </button>
      </form>
    </dialog>
  )
}

/** Puts what was typed before the session ended back into its form, and says so. */
export function KeptTyped({ kept }: { kept: TypedForm | null }) {
  const { pathname } = useLocation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const isBack = kept !== null && kept.path === pathname && putBack(document, kept)
    setShown(isBack)
    if (!isBack) return
    const forget = () => navigator.sendBeacon('/session', new URLSearchParams({ intent: 'forget', path: pathname }))
    document.addEventListener('submit', forget)
    return () => document.removeEventListener('submit', forget)
  }, [kept, pathname])
  if (!shown) return null
  return (
    <Notice look="note" title="What you typed is back in the form">
      <p>You were signed out before it was sent. Files and passwords have to be chosen again.</p>
    </Notice>
  )
}
