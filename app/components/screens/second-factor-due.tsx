import { Link } from '@remix-run/react'
import { Notice } from '../notice.tsx'

/** Said on Home while the second factor is postponed. */
export function SecondFactorDue() {
  return (
    <Notice look="warning" title="Your account has no second factor yet">
      <p>
        It is asked for at your next sign-in, or as soon as logs of messages are imported.{' '}
        <Link to="/second-factor">Set it up now</Link>
      </p>
    </Notice>
  )
}
