/** Clean messages of the bench, written apart from the tables of everyday phrases. `{P}` practice, `{N}` provider, `{A}` address, `{I}` everyday sentence. */
const lines = (text: string): Array<string> => text.trim().split('\n')

export const cleanFrames = lines(`
Hi {{first_name}}, thank you for visiting {P}. How did we do? {{review_link}} Reply STOP to opt out.
{P}: thanks for coming in today, {{first_name}}! {{review_link}} Reply STOP to opt out.
{P}: your appointment with {N} is {{date}} at {{time}}. Reply C to confirm or STOP to opt out.
Hi {{first_name}}, {N} and the team at {P} enjoyed seeing you. {I} {{link}} Text STOP to end.
{P}: {I} {{link}} Reply STOP to opt out.
{P}: we have moved to {A}. See you soon! Reply STOP to opt out.
{P}: your visit on {{visit_date}} is confirmed. {I} Reply STOP to opt out.
Hi {{first_name}}, this is {P}. We missed you today. Call {{phone}} to reschedule. Reply STOP to opt out.
{P}: please complete your forms before your visit: {{form_link}} Reply STOP to opt out.
{P}: quick follow-up on your visit with {N}. {{link}} Reply STOP to opt out.
{P}: please bring your photo ID and insurance card. {I} Reply STOP to opt out.
Your feedback helps other families find {P}. Would you share it? {{review_link}} Reply STOP to unsubscribe.
{P}: our office at {A} is closed Monday for the holiday. Reply STOP to opt out.
Thank you for choosing {P}, {{first_name}}. {N} would value your opinion: {{link}} Msg & data rates may apply. Reply STOP to opt out.
{P}: running late? Text us back and we will do our best. {I} Reply STOP to opt out.
{P}: your video visit link is {{visit_link}}. Reply STOP to opt out.
Good morning {{first_name}}! {P} here. {I} Reply STOP to opt out.
{P}: you have a new message in your patient portal. Log in: {{portal_link}} Reply STOP to opt out.
{P}: as requested, we have rescheduled you to {{date}} {{time}} with {N}. Reply STOP to opt out.
{P} Reminder: {{first_name}}, you have an appointment {{date}} {{time}}. Reply Y to confirm. Reply STOP to opt out.
{P}: we love hearing from patients like you. {{link}} Reply STOP to opt out.
Hello {{first_name}}, it was great to see you at {P} on {{visit_date}}. {I} {{survey_link}} Reply STOP to opt out.
`)

export const cleanSpanish = lines(`
{P}: gracias por su visita, {{nombre}}. ¿Nos regala una opinión? {{link}} Responda STOP para no recibir mensajes.
{P}: su cita con {N} es el {{fecha}} a las {{hora}}. Responda ALTO para salir.
Hola {{nombre}}, ¿cómo fue su experiencia en {P}? {{link}} Responda STOP para cancelar mensajes.
{P}: recuerde traer su identificación y tarjeta de seguro. Responda STOP para no recibir mensajes.
{P}: nos mudamos a {A}. Responda STOP para no recibir mensajes.
{P}: gracias por elegirnos. Su opinión nos ayuda a mejorar. {{link}} Responda STOP para salir.
{P}: llámenos al {{telefono}} si necesita cambiar su cita. Responda STOP para no recibir mensajes.
{P}: ¿nos da una mano con una reseña? {{link}} Responda STOP para salir
`)

export const providers = lines(`
Dr. Payne
Dr. Hart
Dr. Maria Colon
Dr. Bone
Dr. Fever
Dr. Stitch
Dr. Lee
Dr. Angela Skinner
Dr. Root
Dr. Kidney
Dr. Butts
Dr. Hand
Dr. Savage
Dr. Coffin
Dr. Blood
Dr. Moody
Dr. Graves
Dr. Bridges
Dr. Nguyen
Dr. Patel
Dr. O'Brien
nurse Kim
Dr. Foote
Dr. Legg
Dr. Chin
Dr. Heal
Dr. Canal
Dr. Crown
Dr. Rash
Dr. Sugarman
{{provider_name}}
`)

export const addresses = lines(`
14 Canal Street
200 Crown Plaza
9 Root Street
410 Shoulder Bay Road
77 Bridge Street, Suite 4B
Bath, Maine
Hartford, CT 06103
Sugar Land, TX 77478
5 Hospital Drive
12 Temple Avenue, Bldg M54
3 Healthy Way
60 Medical Plaza, Suite 120
18 Spine Road
400 Heart Lane
25 Eye Street NW
1 Nerve Court
900 Kidney Bay Blvd
33 Colon Street
2 Broken Bow Road
71 Head Street
`)

export const everyday = lines(`
Keep an eye out for a short survey.
We are all ears.
It only takes a minute, cross our hearts.
Thanks a million from the bottom of our hearts.
Give us a shout any time.
No rash decisions needed.
Our hours of operation are 8 to 5.
We are back in the office Monday.
Drop by the front desk any time.
Please fill out the form online.
Word of mouth means a lot to us.
We never skip a beat.
A little prep helps us run on time.
It's cold out, drive safe!
Parking is on the right hand side.
Good or bad, positive or negative, we read every review.
Our vision is great service.
Is this still your best cell number?
We are hooked on hearing from you.
You made our day.
Happy Labor Day from all of us.
We would love to have you back.
This is a test message, no action needed.
Head to the second floor when you arrive.
Take the bridge exit and turn left.
The elevator is out of service, use the ramp.
We promise it is painless to book.
Ask the front desk about GI Bill paperwork.
Time flies, see you at 3 PM PT.
Spring cleaning means a fresh new lobby.
Lend us a hand with a quick review.
We put our heart and soul into our work.
It means the world to our small team.
Your words make a big impact.
Please arrive 15 minutes early.
Masks are optional in our lobby.
Free parking is behind the building.
We now open at 7 am on Saturdays.
Follow the signs to the blue entrance.
Save this number in your contacts.
Two taps and you are done.
Tell us what we did well and what we can do better.
Feel free to call with any questions.
Be sure to charge your phone before the video call.
We are growing thanks to you.
Your privacy matters to us.
Our new office has plenty of seating.
The Wi-Fi password is at the desk.
Cross your fingers for sunny weather!
We know your time is valuable.
Bring a friend or family member if you like.
We are just a call away.
Our phones are working again.
No need to reply to this message.
Please excuse our dust while we remodel.
Your spot is saved.
We appreciate your patience.
We do not share your number with anyone.
Stop by early and beat the rush.
We can't wait to see you again.
`)
