import { Link } from '@remix-run/react'
import { Notice } from '../notice.tsx'

/** A form that was left half filled in, with the way back to it. */
export function DraftWaiting({ name }: { name: string }) {
  return (
    <Notice look="note" title={name === '' ? 'A vendor is half filled in' : `${name} is half filled in`}>
      <Link to="/vendors/new/check" className="inline-block min-h-6">
        Go on with it
      </Link>
    </Notice>
  )
}
