/** Stands on every report and in every JSON document. */
export const disclaimer =
  'Technical observation made by software at the stated time. It is not legal advice and not a notice from any government agency.'
