/** Words of the field in the forms that matter, to undo recognition slips. Not a dictionary: unknown words stay as they are. */
const words = `
a about above accept accepts acceptable accepted access accesses accessed accessible accordance according account accounting
accounts acknowledge acknowledges acquire acquired acquisition act action actions activities activity actual additional
address addresses administer administration administrative administer affected affiliate affiliates after again against agency agent agents
aggregate aggregation agree agreed agreement agreements agrees all allow allowed allows also alternative amend amended
amendment amendments among amount an analysis and annual any apply applies applicable applied appropriate approval approve
approved are arising as ask asked asks assess assessment assist assistance associate associates assurance assurances at attempt
attempted attempts audit audited auditor auditors audits authority authorization authorize authorized authorizes available aware
awareness backup backups be because become becomes becoming been before being behalf believe believed belongs best between beyond
bind binding binds board book books both breach breached breaches business but by calendar call caller callers calls can cannot cards care
carried carries carry case cause caused causes cease center certificate certify certified change changes charge choice choose claim claims clause
client clients clinic clinical clinics combine comes comment comments commercially commercial communication company complete compliance comply complies
computer condition conditions confidential confidentiality conduct confirm connection consent consents consider contact contained contain contents contract contractor contractors
contracts control controls copies copy correct correction cost costs could court cover covered create created creates creating cure cured
customer customers damage damages data date day days deadline decide default define defined definition definitions delay deliver delivers demand deny department
describe described designated designee destroy destroyed destroying destroys destruct destruction detail details determination determine determined determines determining device devices
direct directed direction directly directs disclose disclosed discloses disclosing disclosure disclosures discover discovered discovering discovers discovery discharge display
dispose disposal dispute document documentation documented documents does done duties duty each effect effective eight electronic eligible eliminate email employ employee employees employs enable encrypt
encrypted encrypting encryption end ended ending ends enforce ensure ensures ensuring enter entire entity entities entitled equal equipment error established evaluate even event events every examine except
exercise exercising exhibit expense expiration expire expires extend extends extent external facility facilities fact failure faith family federal feasible
fee fees fifteen fifth fifty final first five follow following follows for forbid forbidden form forty found four free from fulfil fulfill full function functions furnish furnished furnishes further
general give given gives good govern governed government grant granted group guidance guard had handle handled handles harm has have having health healthcare held help her hereby herein hereunder
high hire hires hold holding holds home hospital hour hours how however human identified identifies identify identifying identity if immediate immediately impermissible implement implemented implements
improper improve in inc incident incidents include included includes including incorporate incorporated incorporates indemnify indemnity independent individual individually individuals infeasible inform
information informed informs initial inspect inspection insurance intend intended interest internal into investigate investigation involved involves involving is issue it its itself job judge keep keeping keeps kept
know knowing knowledge known knows last later law lawful laws least legal less liability liable limit limitation limited limits list listed lists log logged logging logs lose loss made mail mailed mailing mails
maintain maintained maintaining maintains make makes making management manner market marketing material materially materials may means measure measures medical medicine medium meet meeting member members memo message messages method might
minimum mitigate modification modify month months more most must name named names necessary negotiate network new nine no none nor not note notes nothing notice notices notification notified notifies notify notifying
number obey obligation obligations obligated observe obtain obtained obtains occur occurred occurs of off offer offers office officer officers on once one only open operate operation operations or oral order other others
otherwise our out outside over own owner page paper paragraph part parties party password passwords patient patients pay payment penalty people perform performance performed performing performs period periods permission permit permits
permitted person personal personnel phi phone physical physically place places plan policies policy possession possible practicable practice practices prevent prevented prevents prior privacy procedure procedures process processes
program prohibit prohibited prohibits promise promptly proper properly protect protected protecting protection protections protects provide provided provider providers provides providing provision provisions public purpose purposes
questions quarterly rate ratings read reasonable reasonably receipt receive received receives receiving recipient record recording recordings records reference regard regarding register regulation regulations relate related relates relating release relevant rely
remain remains reminder remove removed render report reported reporting reports represent request requested requests require required requirement requirements requires respect respond response responsibilities responsibility responsible
restrict restricted restriction restrictions result retain retained retaining retains retention return returned returning returns review reviews right rights role roles rule rules safe safeguard safeguards safety said same satisfy scan scheduled schedule
scope script scripted second secretary section sections secure secured security see seek sell sells send sending sends sent separate served server service services set seven shall share shared she should show shown sign signed signature signing similar six sixty small so sole
solely some staff standard standards state stated statement states storage store stored stores subcontractor subcontractors subject submit subpart such sufficient summary supplier supply support survey survive system systems
take taken takes taking technical technology telephone telephones telephony tell ten term terminate terminated terminates termination terms test text than that the their them then there thereafter thereof these they third thirty this those though
three through time timely times title to tool track training transmission transmit transmits transmitted transmitting treatment trial twelve twenty two type types unauthorized unauthorised under understands unless unsecured unsuccessful until up upon use used user uses using
vendor vendors verify version via violate violated violates violating violation violations visit visits volume waive waives want was way we web week weeks well were what when where whereas whether which while who whole whom whose will wire with withhold within without word words work
workforce working would write writing written year yearly years yes you your hipaa phi ephi recall rating collect collects print prints goes individually wherever
`

export const vocabulary: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ''))
