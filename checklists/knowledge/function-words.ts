/** Words that are never part of a practice's or a person's name: where a capitalised run is cut. */
export const functionWords = `
a about add after again all also am an and any are as ask at be because been before being but by call can check click
come confirm contact could did do does dont download each enjoy find follow for forgot from get give go got great had
has have he hello hey hi his how hows hope i if in is it its join just keep know learn leave let lets like log look
looking make may me meet message more my need never no not now of on one only open or our out please press quick rate
read remember reminder reply respond review rsvp say see send share she should so stop take tap tell text thank thanks
that the their them then there these they this those time to today tomorrow too try txt up us use very visit visiting
want was we were welcome what when where which who will wish with would you your youre yours youve yes zoom weve well
were monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december appointment appointments appt alert alerts notice update updates info information important
confirmation confirmed consult consultation survey feedback experience link subject date location phone
address website note new next last upcoming recent missed schedule scheduled reschedule cancel regarding re fyi urgent
happy birthday dear feel free good morning evening afternoon help msg data rates apply std optout opt unsubscribe
questions question results ready due team staff doctor doctors provider nurse dr drs mr mrs ms patient patients name
first prep instructions procedure surgery test exam follow followup checkup sincerely regards best love
hola gracias por su sus el la los las un una de del al en con para que como fue es le les lo nos estimado estimada
responda envie llame favor recordatorio cita visita usted tu tus y o si no mensaje confirme buenos dias
`
/** English and Spanish words that show which language a text is in. */
export const englishWords = `the you your to for and of is at we us our with on in this please thank thanks how was visit appointment
reply call from are be have will it if by or not leave click here hi hello dear day time see out as an can just up all do did any
more now a me my i so what when who where text stop msg review feedback experience today tomorrow new help end let know team
office clinic care book date ready due been has that about after before next back hope welcome confirm`
export const spanishWords = `el la los las su sus de del para por con en que como fue es una un gracias favor responda cita visita usted
le nos al se si no recordatorio llame envie hola estimado estimada clinica mensajes salir alto recibir mas y o lo esta este tu te
nuestra nuestro equipo hoy manana dia hora resena opinion experiencia haga clic aqui deje confirme proxima escribanos llamenos
texto mensaje parar baja cancelar venga tiene ya cuando sobre desde hasta muy`
/** Function words of languages that are not read: two of them and more than English and Spanish ones = not covered. */
export const foreignWords = `votre vous nous etes pour avec merci rendez chez est cest ihr ihre sie und der die das mit bitte voce sua seu
obrigado obrigada nao ou gratos grazie vostra sono della nou ou ak nan pou mesi randevou quy vui long cua ban
cam xin lich hen salamat po ang ng sa inyong para kayo dziekujemy prosimy wizyta twoja
ist termin morgen uhr danke besuch ihren ihnen wir haben auf bonjour bientot demain notre les des une sont amanha ate breve
hoje grazie appuntamento domani vostro dziekuje bukas rele mwen randevu tesekkur icin lutfen dekuji prosim`
/** Small list for scripts without word boundaries and for languages not read: found as part of a word. */
export const uncoveredTerms = `
手术
手術
检查结果
化验
疫苗
怀孕
懷孕
癌
糖尿病
결과
수술
암
임신
백신
операция
беременн
рак
диабет
прививк
анализ
عملية
حمل
سرطان
تطعيم
phau thuat
ung thu
tieu duong
thai ky
tiem chung
xet nghiem
gwosès
ansent
vaksen
operasyon
`
