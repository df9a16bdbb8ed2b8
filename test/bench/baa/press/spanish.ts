/** The terms of the agreement "whole" in Spanish, by their heads; {BA} and {CE} as in the English. */
export const spanish: Readonly<Record<string, string>> = {
  'Permitted Uses':
    '{BA} podrá usar y divulgar la PHI únicamente para enviar recordatorios de citas y encuestas a los pacientes por mensaje de texto y correo electrónico en nombre de {CE}.',
  'No Other Use':
    '{BA} no usará ni divulgará la PHI salvo en lo que este Acuerdo permita o exija o en lo que la ley exija.',
  'Limits of Use':
    '{BA} no usará ni divulgará la PHI de ninguna manera que infringiría la Subparte E de 45 CFR Parte 164 si lo hiciera {CE}.',
  'Own Administration':
    '{BA} podrá usar la PHI para su propia gestión y administración o para cumplir sus responsabilidades legales.',
  Safeguards:
    '{BA} usará salvaguardias administrativas, físicas y técnicas apropiadas para impedir todo uso o divulgación de la PHI no previsto en este Acuerdo.',
  'Security Rule': '{BA} cumplirá con la Subparte C de 45 CFR Parte 164 respecto de la PHI electrónica.',
  Encryption:
    '{BA} cifrará toda la PHI en reposo y en tránsito, limitará el acceso a usuarios autorizados y llevará registros de auditoría de todo acceso.',
  'Improper Uses':
    '{BA} informará a {CE} de todo uso o divulgación de la PHI no previsto en este Acuerdo del que tenga conocimiento.',
  'Security Incidents': '{BA} informará a {CE} de todo incidente de seguridad del que tenga conocimiento.',
  'Breach Notice':
    '{BA} notificará a {CE} toda violación de PHI no protegida sin demora injustificada y a más tardar cinco (5) días naturales después de descubrirla.',
  Subcontractors:
    '{BA} se asegurará de que todo subcontratista que maneje PHI en su nombre acepte por escrito las mismas restricciones, condiciones y requisitos.',
  Access:
    '{BA} pondrá a disposición de {CE} la PHI de un conjunto de registros designado en un plazo de diez (10) días conforme a 45 CFR 164.524.',
  Corrections: '{BA} hará toda enmienda de la PHI que {CE} ordene conforme a 45 CFR 164.526.',
  Accounting:
    '{BA} documentará las divulgaciones de la PHI y dará a {CE} la información necesaria para rendir cuentas conforme a 45 CFR 164.528.',
  'Delegated Obligations':
    '{BA} cumplirá los requisitos de la Subparte E aplicables a {CE} en la medida en que cumpla una obligación de {CE}.',
  'Books and Records':
    '{BA} pondrá sus prácticas internas, libros y registros sobre la PHI a disposición del Secretario de Salud y Servicios Humanos.',
  Inspection: '{CE} podrá auditar los registros, sistemas e instalaciones de {BA} con diez (10) días de aviso.',
  'Notice of Limits':
    '{CE} notificará a {BA} toda limitación de su aviso de prácticas de privacidad en un plazo de sesenta (60) días.',
  Requests: '{CE} no pedirá a {BA} que maneje la PHI de un modo que la Regla de Privacidad prohíba.',
  Termination:
    '{CE} podrá terminar este Acuerdo si determina que {BA} ha incumplido una disposición esencial de este Acuerdo.',
  Return:
    '{BA} devolverá o destruirá toda la PHI dentro de los treinta (30) días posteriores a la terminación y no conservará copias.',
  Infeasibility:
    '{BA} extenderá las protecciones de este Acuerdo a la PHI cuya devolución o destrucción no sea factible y limitará sus usos y divulgaciones a los fines que la hacen inviable.',
}
