/** What a party is called tells something of its part; what it does in the text tells more and is weighed higher. */
export const associateWords =
  /^(business associate|ba|vendor|contractor|company|supplier|service provider|provider|agency|processor|consultant|subcontractor|downstream|licensor|platform|we|agent|biller|billing company|call center|answering service|partner|host|operator|seller|developer|firm|associate)$/i
export const entityWords =
  /^(covered entity|ce|practice|clinic|hospital|customer|client|facility|department|patient|dentist|physician|doctor|health system|upstream|plan|you|user|subscriber|buyer|medical group|group|office|provider group|system|center|principal|owner|university|county|state|authority|pharmacy|company|agency)$/i

/** Capitalised words that begin sentences or name things, never a party. */
export const notParties = new Set(
  `It They He She If Each Either Neither Nothing No Any All Such This These Those That There Where When While Who What How Whenever Upon On In At By For From
Subcontractors Secretary Individual Individuals Agreement Addendum Exhibit Section Article Part PHI EPHI ePHI Parties Party Breach Access Amendment Notice Notices Report Reports Incident
Incidents Law HIPAA Services Service Terms BAA Information Data Records Workforce Both Every Nobody Everyone Only Otherwise Also Then Once Backups Unsuccessful Successful Security Privacy
Protected Health Patients Patient Nor And Or But Our Your Their Its One Another Other Some Failure Return Destruction Termination Effective Date Term Regulations Rules Rule Counsel Laptops Message Messages Logs`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

export const organisationEnd =
  /(?:,? (?:Inc|LLC|L\.L\.C|LLP|PLLC|P\.?L\.?C|P\.?C|P\.?A|Corp|Corporation|Company|Co|Ltd|Limited|LP|PBC|AG|GmbH|A Medical Corp|Professional Corporation|d\/b\/a [A-Z][\w' ]+)\b\.?)+/
