import type { Rule } from './english.ts'

/** Word classes over accent-free words. */
const classes: Record<string, string> = {
  SEND: 'mandar|mandarme|mandarnos|mandando|enviar|enviarme|enviarnos|enviando|llamar|llamarme|llamando|llamarnos|escribir|escribirme|escribiendo|textear|textearme|texteando|molestar|molestarme|molestando|contactar|contactarme|contactando|insistir|acosar|acosarme|marcar|marcarme|marcando|comunicarse|buscar|buscarme|fastidiar|fastidiarme|joder|chingar|spamear|mensajear|mensajearme|hostigar|hostigarme|pedir|pedirme|preguntar|preguntarme|recordarme|notificarme|hablar|hablarme|hablando|mande|mandes|mensajes',
  DO: 'mande|manden|mandes|manda|mandan|mandarme|mandar|envie|envien|envies|envian|enviarme|llame|llamen|llames|llaman|llamar|escriba|escriban|escribas|escribir|textee|texteen|textees|textear|molesten|moleste|molestes|molestar|contacte|contacten|contactes|contactar|marque|marquen|marques|busquen|busque|hablen|hable|hables|insistan|insista|fastidien|jodan|chinguen|notifiquen|pidan|pida|pregunten|comuniquen|comunique|comunicarse|comunicarte|comuniquense|comuniquese|recuerden|mensajeen|incluyan|llamaran|llamara|mandaran|mandara|enviaran|escribieran|escribiera|molestaran|contactaran|textearan|contactarme|llamarme|escribirme|mandarme|textearme|molestarme|marcarme|hablarme|buscarme|pedirme|insistir|enviar recordatorios|preguntarme|acosen|hostiguen|spameen|envieis|llameis',
  NOUN: 'mensajes?(?: de texto)?|textos?|llamadas?(?: telefonicas?)?|correos?(?: electronicos?)?|recordatorios?|encuestas?|notificaciones|notificacion|avisos?|alertas?|publicidad|promociones|propaganda|comunicaciones|comunicacion|contacto|solicitudes|resenas?|anuncios?|telefonemas?|info(?:rmacion)?|ofertas?|boletines|boletin|suscripcion(?:es)?|subscripcion|mensajitos?|whatsapps?',
  ME: 'me|nos|le|la|lo|les|los|las',
  DET: 'mas|los|las|el|la|sus|su|estos|estas|este|esta|esos|esas|ese|todos|todas|todo|toda|tantos|tantas|tanto|de|sus|ningun|ninguna|ningunos|otro|otros|otra|otras|mis|mi|tus|tu|esto|eso|por|automaticos|nada|ya|a|recibir|seguir|recibiendo',
  LIST: 'listas?|base(?: de datos)?|sistema|registros?|directorio|contactos|agenda|lista de (?:contactos|correos?|mensajes|llamadas|envios?|distribucion)|grupo|archivos',
  COURTESY:
    'por|favor|gracias|please|porfavor|ya|hola|buenas|buenos|dias|tardes|noches|senor|senora|senorita|doctor|doctora|ok|bueno|pues|ahora|mismo|inmediatamente|de|una|vez|por todas|todo|esto|les|le|pido|que|quiero|oiga|oigan|disculpe|disculpen|si|y|no gracias|ya dije|dije|se|lo|pedi|todos|aqui|mas|con|eso|estos|los|mensajes|a|inmediato|nunca|jamas|alto|muchas|mil|se los|se lo|suplico|ruego|necesito|deseo|amigo|amiga|entienda|entiendan|ay|dios|carajo',
}

function spanish(pattern: string): RegExp {
  return new RegExp(
    `(?<![^ ])(?:${pattern.replace(/\{([A-Z]+)\}/g, (_, name: string) => `(?:${classes[name]})`)})(?![^ ])`,
  )
}

const bare =
  'alto|parar|pare|paren|parenle|parele|para ya|paren ya|pare ya|baja|de baja|darme de baja|dar de baja|darse de baja|detener|detenga|detengan|detenganse|deten|no mas|ya no mas|ya no|eliminar|eliminarme|eliminenme|elimineme|cancelar|cancelen|cancele|cancelado|salir|salirme|basta|basta ya|ya basta|quitar|quitarme|quitenme|quiteme|borrar|borrarme|borrenme|borreme|saquenme|saqueme|sacarme|desuscribir|desuscribirme|desuscribirse|desuscribanme|desinscribir|anular|suspender|suspendan|remover|remuevanme|remuevame|dejar|dejen|ya paren|ya parele|stop|cesar|cesen|revocar|revoco|terminar|terminen|fin|unsubscribe|desactivar|desactiven|finalizar|renuncio|no molestar|no molesten|no llamar|no contactar|no texteen|no textear|no quiero|ya no quiero|no quiero mas|no deseo mas|ya estuvo|ya esta bueno|ya fue suficiente|suficiente|cancelar todo|dejenme|no autorizo|no consiento|no doy mi consentimiento|optar por no|parenla|no me interesa mas'

export const spanishRules: ReadonlyArray<Rule> = [
  {
    id: 'es.said-no',
    pattern:
      /^(?:ya )?(?:les|le|te|se lo|se los) (?:dije|he dicho|habia dicho|repito) que (?:ya )?no(?: (?:mas|quiero|por favor|me interesa|molesten))*$/,
  },
  {
    id: 'es.mistaken',
    pattern:
      /^(?:(?:creo que |usted |ustedes |perdon |disculpe |lo siento |hola |ya )*(?:esta|estas|estan|tiene el numero|numero|telefono) )?equivocad[oa]s?$/,
  },
  {
    id: 'es.bare-word',
    pattern: new RegExp(`^(?:(?:${classes.COURTESY}) )*(?:${bare})(?: (?:${classes.COURTESY}|${bare}))*$`),
    unless:
      /^(?:fin|si|no)(?: (?:de|gracias|mas|por))|^no mas (?:gracias)? ?por|^(?:no|ya no|no no)(?: (?:quiero))?$|^suficiente gracias$|^ya no$/,
  },
  {
    id: 'es.stop-sending',
    pattern: spanish(
      '(?:(?:dejen|deje|dejes|deja|dejar|dejame|dejenme|dejaran|dejara) de|paren|pare|parar|pares|para|parenle|eviten|evite|evitar|basta|alto|cesen|detengan|detenga|suspendan|suspenda|absten\\w+)(?: (?:ya|por favor|inmediatamente))*(?: (?:de|a|con|los|las|el|la|sus|estos|todos|todas|todo|mas|tantos|tantas|tanta|tanto|ya|esos|esas|estas|les pido que|que|me|nos|cualquier|recibir|recibiendo))* (?:{SEND}|{NOUN})',
    ),
    unless:
      /\bpara (?:mandar|enviar|llamar|contactar|hablar|escribir|marcar|pedir|preguntar|la |el |los |las |mi |su )|\bno (?:dejen|deje|dejes|paren|pare|dejar) de\b|\b(?:deje|deja|dejar) (?:de )?(?:el|la|un) (?:mensaje|recado|correo)\b|\bdejo? (?:un|el) mensaje|\b(?:a|que) (?:que hora|llamar)\b|\bya (?:me|les|le|los|las|mas)? ?(?:mande|llame|escribir|recib|mensaje)|\bya (?:los|las|la|el) /,
  },
  {
    id: 'es.do-not-reach',
    pattern: spanish(
      '(?:no|nunca|jamas|ya no|ni|tampoco)(?: (?:quiero que|deseo que|necesito que|quisiera que|autorizo que|permito que|autorizo a que|vuelvan a|vuelva a|vuelvas a|vuelvan|se|por favor|mas|ya|sigan|siga|sigas|me|nos|le|la|lo|les|los|intenten|traten de|a|que|ustedes|nadie|anden|esten|este))* (?:{DO}|enviandome|mandandome|llamandome|escribiendome|texteandome|molestandome|contactandome|enviando|mandando|llamando|escribiendo|molestando|texteando|contactando)',
    ),
    unless:
      /\bno (?:me |nos |le )?(?:llaman|mandan|envian|escriben|llamaron|mandaron|molesta)\b|\bno (?:me )?(?:molesta|molestan)\b|\bno (?:se )?(?:molest|preocup)\w* (?:en|por)?\b(?! (?:mas|me))(?=$| ,| en| por)|\bpara que no\b|\bno (?:manda|mandar|enviar|llamar|escribir|hablar|contactar)\b (?:a|por|al|con)? ?(?:mi|su|la|el)\b|\b(?:por que|porque) no (?:me|nos)? ?(?:llam|mand|envi|escrib|contest|habl)|\bsi no (?:me|nos|le|les)? ?(?:llam|mand|envi|escrib|contest)|\bno (?:puedo|pude|pueden|puede|podia|he podido|logro|se puede|hay que|se olviden? de) |\bno (?:me )?(?:marque|marquen) (?:ausente|como)/,
  },
  {
    id: 'es.want-no',
    pattern: spanish(
      '(?:no|ya no|tampoco|ni)(?: (?:me))? (?:quiero|deseo|necesito|quisiera|queremos|deseamos|quiere|desea|me interesa|me interesan|interesa|interesan|gustaria|estoy interesad[oa] en|acepto|autorizo|quieren|solicite|pedi|autorice|di permiso)(?: (?:ya|mas|por favor|que|me|nos|seguir|recibir|recibiendo|continuar|ser|sus|estos|estas|los|las|ningun|ninguna|tipo|de|tantos|mas de|esos|estar|tener|nada|el|la|su|este|esta|otra|otro|otros|contactad[oa]|de sus|ver|leer|saber|en|para|a|sigan|esten|anden|le|la|lo))*(?: (?:{NOUN}|{SEND}|{DO}|nada|contactad[oa]|lista|ustedes|molestad[oa]|esto|recibirlos|recibir|mas|contacten|llamen|manden|envien))',
    ),
    unless:
      /\bno (?:quiero|deseo|quisiera|quiere) (?:molestar|dejar|perder|cancelar|llamar|esperar|ir|hacer|pagar|que me (?:duela|saquen|pongan|cobren|cancelen|cambien))|\bno (?:quiero|necesito|pedi|quisiera|solicite|tengo) (?:mas )?(?:cita|informacion sobre|medicina|nada (?:de|por|mas,? gracias por))|\bno (?:me interesa|interesa) (?:la|el|los|las|dejar|hacer|escribir|una|un)\b|\bno necesito (?:nada|mas)(?: (?:mas|por ahora|gracias|hoy))*$|\bno quiero mas (?:dolor|pastillas|medicina|citas|anestesia)|\bno (?:quiero|deseo) nada (?:dulce|frio|para|por ahora|de (?:comer|beber|tomar))|\bno (?:quiero|deseo) dejar/,
  },
  {
    id: 'es.not-be-reached',
    pattern: spanish(
      '(?:pide|pidio|solicita|solicito|quiere|desea|exige|exigio|prefiere|pedi|quiero|prefiero|deseo|requiere)(?: (?:que|por favor|se|le|la|lo|les|los|ya))* (?:no (?:ser|recibir|volver a ser|estar)|dejar de (?:ser|recibir))(?: (?:mas|ya|ningun|ninguna))*(?: (?:contactad[oa]s?|llamad[oa]s?|molestad[oa]s?|textead[oa]s?|{NOUN}|notificad[oa]s?))',
    ),
  },
  {
    id: 'es.no-outreach',
    pattern: spanish(
      '(?:no|ya no|nada de|sin|ni un|ni una|cero|ningun)(?: (?:mas|mas de|otro|otros|mas sus|de|estos|los|las|sus|tantos|tantas|a))* (?:{NOUN})(?: (?:mas|por favor|ya|de|ustedes|ni|{NOUN}|gracias))*',
    ),
    unless:
      /\b(?:no|ya no) (?:recibi|tengo|tuve|llego|llegan|vi|veo|hay|hubo|me llego)\b|\b(?:aun|todavia) no\b|\bsin (?:mensajes?|llamadas?|recordatorio|aviso|previo|informacion|contacto|avisar|notificacion)\b|\bno (?:recordatorio|informacion|info|aviso|contacto)$|\bno,? (?:el|la|los|las) /,
  },
  {
    id: 'es.neither',
    pattern: spanish('ni (?:{NOUN}|me \\w+)(?: ,? ?(?:y )?ni (?:{NOUN}|me \\w+|nada))+'),
    unless: /\b(?:recibi|tengo|tuve|llego|llegan|llegaron|vi|veo|hay|hubo|me han|he recibido)\b/,
  },
  {
    id: 'es.more-no',
    pattern: spanish(
      '(?:mas|ni) (?:{NOUN})(?: \\w+){0,3} no|(?:{NOUN}) no mas|no mas (?:{NOUN}|esto|de esto|texts?|emails?)',
    ),
    unless: /\bno mas (?:dolor|pain)/,
  },
  {
    id: 'es.off-the-list',
    pattern: spanish(
      '(?:quit|sac|saq|borr|elimin|remuev|remov|retir|descart|excluy|tach|bloque|desuscrib|olvid|desinscrib|desafili|suprim)(?:ar|en|e|an|a|ue|uen|o|ir|er|i|amos|emos|uemos|elo|elos)?(?:n?me|n?la|n?lo|n?nos|n?los|n?las|n?le|se)?(?: (?:por favor|ya|inmediatamente|a|mi|mis|este|esta|el|la|mi mama|mi esposo|nuestro|su|los|todos|toda|de|del|numero de|favor))*(?: (?:de|del|la|el|su|sus|esta|este|estas|tu|todas|todos|las|los|cualquier|esa|ese|mi))* (?:{LIST}|numero(?: de (?:telefono|celular))?|telefono|celular|nombre|datos|informacion|info|correo|email|contacto|mensajes|textos|llamadas|correos|recordatorios|subscripcion|suscripcion|notificaciones|encuestas|cuenta|aqui)',
    ),
    unless:
      /\b(?:quit|sac|elimin|remov|retir|remuev)\w* (?:los|las|el|la|mis|mi|un|una|unas|unos) (?:puntos|frenos|muelas?|dientes?|cita|brackets|radiografia|vendas?|gasa|turno|mancha)|\b(?:saque|saco|sacar|sacaron) (?:mi|su|el|los|la) (?:dato|cita|informacion|cuenta)|\bno (?:me|nos|lo|la)? ?(?:borr|elimin|quit|saq)\w+|\bolvide (?:mi|el|la|su)\b|\bborre (?:el|los|su|la|sin|mi cita|mis)\b|\b(?:se (?:me )?)(?:borro|elimino|olvido)|\bsaquen? copia|\bactualic/,
  },
  {
    id: 'es.remove-me',
    pattern: spanish(
      '(?:(?:quiero|pido|pide|pidio|necesito|solicito|exijo|quisiera|desea|quiere)(?: (?:por favor|ya|les|le))* que (?:me|nos|lo|la|le) (?:borr|quit|sac|saq|elimin|remuev|desuscrib|retir)\\w+|quitenme|quiteme|quitame|saquenme|saqueme|sacame|borrenme|borreme|borrame|eliminenme|elimineme|eliminame|remuevanme|remuevame|retirenme|retireme|desuscribanme|desuscribame|desuscribeme|bloqueenme|excluyanme|denme de baja|deme de baja|dame de baja|darme de baja|darnos de baja|darse de baja|dar de baja|dennos de baja|demen de baja|denlo de baja|denla de baja|dela de baja|delo de baja|me doy de baja|me (?:den|da|dan|de|pueden dar|puede dar|quiten|quite|saquen|saque|borren|borre|eliminen|elimine|remuevan|retiren) (?:de (?:baja|la lista|su lista|sus listas|su sistema|aqui|ahi|esto|todo))|pide (?:la )?baja|solicito (?:la |mi )?baja|quiero (?:la |mi )?baja|como (?:me )?(?:doy de baja|salgo|me salgo|cancelo|me quito|me desuscribo|desuscribo|paro|detengo|dejo de recibir)|olvidense de (?:mi|nosotros|mi numero)|olviden mi numero|pierdan mi numero|salir(?:me)? de (?:la|su|esta|sus|las|este|el|todo|todas) (?:listas?|sus listas|grupo|sistema|mensajes)|(?:pide|pidio|solicita|solicito|quiere|desea) (?:la |su |una )?baja|no (?:quiere |desea )?(?:volver a )?(?:recibir|recibirlos)(?: (?:mas|ni|ningun|ninguna|de|sus|estos|tipo))* (?:mensajes|llamadas|textos|correos|notificaciones|recordatorios|encuestas|nada)|(?:favor de|por favor) no (?:llamar|mandar|enviar|escribir|contactar|textear|molestar)(?:me|nos|le)?|quitenla de|quitenlo de|saquenla de|saquenlo de)',
    ),
    unless:
      /\b(?:dieron|dio|dan|dado|dar|den) de (?:alta)|\bme (?:dieron|dio) de baja|\bseguro\b|\bbaja del (?:trabajo|seguro|hospital)|\b(?:puntos|frenos|muela|muelas|diente|brackets|ferula)\b|\bcomo (?:cancelo|salgo) (?:mi|la|el|una|de (?:la oficina|ahi|la clinica))\b|\bbaja por enfermedad|\bno me (?:den|quiten|saquen|borren|eliminen)|\bcancelo (?:mi|la) cita/,
  },
  {
    id: 'es.cancel-subscription',
    pattern: spanish(
      '(?:cancel(?:ar|en|e|o|a|enme|eme)|anul(?:ar|en|e|o)|suspend(?:er|an|a|o)|terminar|desactiv(?:ar|en|e)|deten(?:er|gan|ga)|parar|pare|paren|eliminar|eliminen|termin(?:en|e)|finalizar|finalicen|corten|quiten|quitar|quite)(?: (?:ya|por favor|todos|todas|todo|mi|mis|tus|la|las|los|el|su|sus|esta|este|estos|estas|tipo|de|tantos|esos))* (?:{NOUN}|esto|envios?|servicio de (?:mensajes|texto|mensajeria)|todo contacto)',
    ),
    unless:
      /\b(?:cancel\w+|quit\w+) (?:la|mi|el|su|esta) (?:llamada|informacion|info|solicitud|contacto|comunicacion|notificacion|aviso|recordatorio)\b|\bcita\b|\bno (?:cancelen|quiten|paren|eliminen|detengan|desactiven|suspendan|cancele)\b/,
  },
  {
    id: 'es.revoke',
    pattern: spanish(
      '(?:revoco|retiro|anulo|revocar|retirar|cancelo|no doy|no les doy|no les di|no di|nunca di|nunca les di|no dare|no otorgo|no tienen|no tienes|nunca autorice|nunca autorize|no autorize|no autorice|no autorizo|no he dado|nunca he dado|no he autorizado|sin)(?: (?:mi|el|su|ningun|ninguna|para|por|este|a|que|de|me|nos|ustedes|todo|cualquier))* (?:consentimiento|permiso|autorizacion|contacto|contacten|llamen|manden|mensajes|contactarme|escriban|llamarme|mandarme|enviarme|esto|estos|textos|llamadas|texteen)|no (?:doy|otorgo) (?:mi )?(?:consentimiento|permiso)|nunca (?:les )?(?:pedi|solicite|quise|acepte)(?: (?:recibir|estos|estas|sus|los|las|ningun|ninguna))* {NOUN}|nunca (?:me )?(?:suscribi|inscribi|registre|pedi esto|autorice esto|acepte)|no (?:me )?(?:suscribi|inscribi|registre|consiento|acepte esto|pedi esto)',
    ),
    unless: /\b(?:cirugia|tratamiento|procedimiento|anestesia|extraccion|cargo|cobro|radiografia|foto|fotos|record)\b/,
  },
  {
    id: 'es.leave-alone',
    pattern: spanish(
      'dej(?:en|e|a|ar)(?: (?:ya|por favor))* en paz(?: a (?:mi|nuestr[ao]|la|el) \\w+)?|dej(?:en|e|a)n?(?:me|nos|la|lo|los)(?: (?:ya|por favor))* (?:en paz|tranquil[oa]s?|de (?:molestar|llamar|escribir|mandar|enviar|textear|contactar))|no (?:quiero|deseo) (?:saber|volver a saber|oir|escuchar)(?: (?:mas|nada))* (?:nada )?(?:de ustedes|de ti|de su (?:clinica|oficina|negocio))|no quiero (?:ningun )?(?:contacto|nada con ustedes|nada de ustedes|mas nada de ustedes|tener contacto)|dej(?:en|e|a) de (?:molestar|joder|chingar|fregar|fastidiar|insistir|acosar|estar)|ya dejen|ya dejenme|ya no (?:chinguen|frieguen|molesten|jodan|insistan|fastidien)|larguense|lista de no (?:llamar|contactar|molestar)|no molest(?:en|e|ar)(?: mas)?|no (?:me )?insist(?:an|a)',
    ),
    unless: /\bno (?:me )?molest(?:a|an)\b|\bno (?:quiero|quisiera) molestar|\bsi no es molestia/,
  },
  {
    id: 'es.asked-before',
    pattern: spanish(
      '(?:ya (?:les |le |se lo |se los |te )?(?:dije|pedi|escribi|mande|puse|respondi|conteste|avise|habia dicho|habia pedido|he dicho|he pedido))(?: (?:que|a|ustedes|varias|veces|mil|muchas|dos|tres|stop|alto|baja|pararan|dejaran|dejen|no|paren|de|me|nos|y|sigue|siguen|la|palabra))*(?: (?:stop|alto|baja|pararan|dejaran|paren|dejen|parar|no me|mandando|cancelar|quitaran|quitenme|sacaran|borraran|mandaran|llamaran))|mande (?:stop|alto|baja)\\b.*(?:sigo|siguen|todavia|aun)',
    ),
  },
  {
    id: 'es.deceased',
    pattern:
      /(?:fallecio|murio|fallecid[oa]|difunt[oa]|descanse en paz|ya no esta con nosotros|q e p d).*\b(?:quit|saq|borr|elimin|no (?:llamen|manden|escriban|envien)|dejen|paren|baja|ya no|cancel)|(?:quit|saq|borr|elimin|no (?:llamen|manden|escriban|envien)|dejen|paren|baja|ya no|cancel).*\b(?:fallecio|murio|fallecid[oa]|difunt[oa])\b/,
  },
  {
    id: 'es.wrong-number',
    pattern: spanish(
      '(?:numero|number|telefono|persona|cel|celular|contacto|correo) (?:equivocad[oa]|incorrect[oa]|errone[oa]|erradas?|errado|mal)|(?:se|te|creo que se|me parece que se|usted|ustedes se) (?:equivoc\\w+)(?: (?:de|con|el|la|del|en el))*(?: (?:numero|persona|telefono|paciente))?|equivocad[oa] de (?:numero|persona|telefono)|(?:este|ese|el|mi) (?:numero|telefono|celular|cel)(?: de telefono)? (?:ya )?no (?:es|pertenece|corresponde|le pertenece|era|lo tiene|esta a nombre)(?: (?:de|a|el|la|mas|suyo|suya|del))*|ya no (?:es (?:su|el|mi|ese) (?:numero|telefono|celular)|tiene este numero|usa este numero|vive aqui|trabaja aqui)|(?:yo )?no soy (?!paciente|de |la que|el que|muy|alergic|diabetic|fumador|capaz|buen)(?:el |la |el senor |la senora )?[a-z]+(?: [a-z]+)?|(?:aqui|aca|en este numero|por aqui) no (?:vive|hay|es|esta|existe|trabaja|conocemos|se encuentra)(?: \\w+){0,3}|no (?:conozco|conocemos)(?: (?:a|al|a la|a ningun|a ninguna|ningun|ninguna|esa|ese|esta|a esa|a ese|a esta|a nadie))*(?: \\w+){0,3}|no (?:hay|existe) (?:ninguna?|nadie)(?: \\w+){0,4} (?:aqui|en este numero)|(?:este|ese|esto|eso)? ?no es (?:el|su|mi|ese) (?:numero|telefono|celular|correo) (?:de )?[a-z]+|(?:este|ese) no es su (?:numero|telefono)|no es (?:el|su) (?:numero|telefono|celular)(?: de [a-z]+)?|(?:ya )?no vive aqui|no (?:vive|es) (?:aqui|de aqui)|nunca (?:he sido|fui|he ido|he estado)(?: (?:su|paciente|a|en|cliente|alli|ahi|de|esa|su))*(?: (?:paciente|cliente|clinica|consultorio|oficina|ahi|alli))',
    ),
    unless:
      /\b(?:cuenta|factura|recibo|receta|sitio|pagina|expediente|formulario|google)\b|\bno soy (?:buen[oa]|muy|alergic|diabetic)|\bnunca he (?:ido|estado) (?:mejor|tan)|\bme equivoque\b|\bno conozco (?:la|el|los|las|bien|su (?:pagina|direccion|consultorio|clinica)|donde|como)\b|\bno (?:es|soy) (?:de aqui|cierto|verdad|necesario|urgente)/,
  },
]

/** Spanish ways of limiting, declining or complaining: held for a person. */
export const spanishDoubts: ReadonlyArray<Rule> = [
  {
    id: 'es.limit',
    pattern: spanish(
      '(?:solo|solamente|unicamente|nada mas|nomas)(?: \\w+){0,3} (?:recordatorios?|citas?|mensajes?|textos?|correos?|llamadas?|emergencias?|urgente|importante)|(?:al|en el|en mi) trabajo|de noche|en la noche|por la noche|tan (?:tarde|temprano|seguido)|tan a menudo|tantas veces|despues de las|antes de las|en las (?:mananas|noches|tardes)|los (?:domingos|sabados|fines de semana)|fines? de semana|por (?:hoy|ahora|el momento)|hoy no|menos (?:mensajes|llamadas|textos|correos|recordatorios|seguido)|no tantos|no tantas|una vez (?:al|por) (?:mes|semana|ano)|(?:demasiados|demasiadas|muchos|muchas|tantos|tantas) (?:mensajes|llamadas|textos|correos|recordatorios)|entre semana|en horas? de trabajo|cuando (?:estoy|este) (?:trabajando|en)|(?:llam|escrib|mand|text|contact|habl|marc)\\w* (?:mejor )?(?:a|con) (?:mi|su) (?:hij[oa]|espos[oa]|mama|papa|madre|padre|herman[oa]|mujer|marido|cuidador[a]?|pareja|novi[oa])|hasta (?:que|el|la|manana|nuevo)|esta semana',
    ),
  },
  {
    id: 'es.decline',
    pattern:
      /^(?:no|nel|nop|no gracias|no , gracias|no muchas gracias|gracias no|no me interesa(?: .*)?|no estoy interesad[oa](?: .*)?|no estoy interesad[oa]|ya no|ahora no|no puedo|no por ahora|paso|no quiero|no gracias no|ahorita no|por ahora no|no ahorita|hoy no|otro dia|nunca|jamas|negativo|no deseo|no por favor|mejor no|ni loc[oa])$/,
  },
  {
    id: 'es.complaint',
    pattern: spanish(
      '(?:por que|porque|para que)(?: (?:me|nos|siguen|sigue|tanto|tantos|estan|esta|recibo|estoy))* (?:escrib\\w+|mand\\w+|llam\\w+|envi\\w+|text\\w+|contact\\w+|molest\\w+|recib\\w+|recibiendo|mensajes?|llamadas?)|quien (?:es|son|eres|habla|me|le|les|te)(?: \\w+){0,4}$|como (?:consiguieron|obtuvieron|tienen|consiguio|tiene|sacaron) (?:mi|este) (?:numero|telefono|correo)|de donde (?:sacaron|tienen|consiguieron|obtuvieron)|que molest\\w+|que (?:fastidio|lata|hartazgo|pesados?|enfado)|me (?:molestan?|tienen hart[oa]|estan molestando|hartan|fastidian)(?: .*)?|molestos?|acoso|hostigamiento|los voy a (?:demandar|reportar|denunciar)|voy a (?:demandar|reportar|denunciar)(?:los)?|demanda|abogado|estafa|fraude|es spam|puro spam|estafadores|es (?:un )?acoso|no me gustan (?:las|los|estas|estos|sus) (?:encuestas|mensajes|llamadas|textos)|hart[oa]|vayase al|molestias?|una molestia|no (?:hago|contesto|respondo|lleno) (?:encuestas|resenas)|(?:estoy )?(?:manejando|conduciendo)|vayanse al (?:diablo|carajo|infierno)|chinguen?|pinches?|no (?:quiero|voy a|pienso) (?:contestar|llenar|responder|dejar|hacer|escribir|poner) (?:una |ninguna |la )?(?:resena|encuesta|opinion|evaluacion)|no dejo resenas|ya no soy paciente|(?:tengo|cambie de|ya tengo) (?:otro|otra|nuevo|nueva)? ?(?:dentista|doctor|doctora|clinica|medico)|ya no voy (?:ahi|alli|con ustedes|a esa)|no soy (?:su )?paciente|(?:mi|el|la|su) \\w+ (?:ya )?(?:fallecio|murio)|no entiendo (?:este|estos|el) mensaje',
    ),
    unless:
      /\b(?:por que|porque) (?:no )?(?:me (?:duele|cobraron|llamaron ayer)|no me)\b|\bquien (?:es|era) (?:el|la|mi) (?:doctor|dentista|doctora|que)/,
  },
]

/** Spanish words to go on: as polarity of "keep", these win over an opt-out in the same message. */
export const spanishKeep =
  /\bno (?:dejen|deje|dejes|paren|pare|dejar|cancelen|cancele) de (?:mandar|enviar|llamar|escribir|contactar|textear)|(?<!\b(?:no|no me|no nos|no le|ni|que) )\b(?:sigan|siga|sigue|continuen|continue) (?:mandando|enviando|llamando|escribiendo|con los)|(?<!\b(?:no|no me|ya no|ni) )\b(?:quiero|deseo|me gusta|me gustaria|prefiero|si quiero|me gustan)(?: (?:seguir|recibir|recibiendo|mas|que me (?:manden|envien|llamen|escriban)|los|sus|por))+ ?(?:recibiendo|mensajes?|textos?|llamadas?|correos?|recordatorios?)|\bno me (?:den|borren|eliminen|quiten|saquen|desuscriban)\b|\bno (?:quiero|deseo) (?:darme de baja|cancelar (?:la suscripcion|los mensajes)|dejar de recibir)|\bfue (?:un error|sin querer|por error)|\bera para (?:mi|otra|otro|el|la)|\bno (?:era|es) para ustedes|\bya no (?:me )?(?:han |habia )?(?:llamado|mandado|enviado|escrito)/

/** Things of the practice whose ending is no opt-out. */
export const spanishOther =
  /\b(?:cita|citas|turno|consulta|cirugia|operacion|tratamiento|medicina|medicamento|pastillas?|antibiotico|seguro|puntos|frenos|brackets|muela|diente|dolor|sangrado|sangre|inflamacion|receta|limpieza|radiografia|membresia|plan de pago)\b/
