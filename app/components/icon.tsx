// Drawn for Proviso on a 16 px grid with a 2 px stroke; each shape differs without its colour.
const shapes = {
  meets: <path d="M3 8.5 6.5 12 13 4.5" />,
  weak: <path d="M2.5 9c1.8-2.6 3.7-2.6 5.5 0s3.7 2.6 5.5 0" />,
  missing: <path d="M4 4l8 8M12 4l-8 8" />,
  conflicts: <path d="M2 8h4M2 8l2.2-2.2M2 8l2.2 2.2M14 8h-4M14 8l-2.2-2.2M14 8l-2.2 2.2" />,
  unknown: <path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.6v.2" />,
  outside: <path d="M3.5 8h9" />,
  home: <path d="M2.5 7.5 8 3l5.5 4.5M4 7v6h8V7" />,
  arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  document: <path d="M4 2.5h5.5L12 5v8.5H4zM6 8h4M6 10.5h4" />,
  globe: (
    <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM2.5 8h11M8 2.5c-3.4 3.4-3.4 7.6 0 11M8 2.5c3.4 3.4 3.4 7.6 0 11" />
  ),
  waiting: <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 1.5" />,
  running: <path d="M13 8a5 5 0 1 1-1.5-3.6M13 2.5v2.7h-2.7" />,
  warning: <path d="M8 2.8 14 13H2zM8 6.8v2.8M8 11.4v.1" />,
} as const

export type IconName = keyof typeof shapes

/** Always beside a word, so hidden from assistive technology. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[name]}
    </svg>
  )
}

/** The mark of Proviso: a paragraph sign with a tick in its bowl. */
export function Mark() {
  return (
    <svg aria-hidden="true" focusable="false" width="28" height="28" viewBox="0 0 28 28" fill="none">
      <path d="M12 25V14.5a5.75 5.75 0 0 1 0-11.5h12M18.5 25V3" stroke="currentColor" strokeWidth="2.5" />
      <path
        d="m8.6 8.6 2.2 2.3 4-4.6"
        stroke="#ffc23d"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
