import { type ReactNode, useId } from 'react'
import { useOwnAction } from '../own-form.tsx'
import { usePasskey } from '../use-passkey.ts'

/** A form whose answer the browser makes; nothing is shown where there are no scripts or no passkeys. */
export function PasskeyButton({
  ceremony,
  action,
  label,
  absent,
  children,
}: {
  ceremony: 'get' | 'create'
  action: string
  label: string
  /** Said where the browser has no passkeys for this address. */
  absent: string | null
  children?: ReactNode
}) {
  const own = useOwnAction(action)
  const { able, problem, form, run } = usePasskey(ceremony, own)
  const status = useId()
  if (able === null) return null
  if (!able) return absent === null ? null : <p className="text-soft">{absent}</p>
  return (
    <form
      ref={form}
      method="post"
      action={own}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <input type="hidden" name="answer" />
      {children}
      <button type="submit" className="button button-quiet">
        {label}
      </button>
      <p id={status} role="status" className="mt-3 font-semibold text-missing">
        {problem}
      </p>
    </form>
  )
}
