import type { Writing } from './types.ts';

/** How people write about successions, beside the dictionary. */
export const successionWriting: Writing = {
  abbreviations: (
    'rdv svp bcp tjs qd ds pr pb pbs cad càd qqn qqch qq jsp dcd appart appt compta assoc succ rep rép tel tél stp nb ts tt tte ttes dc pdt psk pcq bjr slt cdt mtn auj ms ns vs lgt qcq env ptet prk pk rv rp ' +
    'notr nvelle nvx gd gde pt pte bq bque cpte immo ok info infos dispo mutu perso proprio sécu secu hypo mr mrs'
  ).split(' '),
  terms: (
    'pacs pacsé pacsée pacsés pacsées dutreil cujus hotchpot indivisaire indivisaires copartageant copartageants copartageante quotité préciput soulte soultes donataire donataires légataire légataires testateur testatrice ' +
    'prédécès prédécédé prédécédée prédécédés codonataire cohéritier cohéritiers cohéritière nupropriétaire usufruitier usufruitière quasi rapportable rapportables réductible réductibles réservataire réservataires dévolution professio juris ' +
    'exhérédation exhérédé exhérédée olographe mutatis causa mortis intuitu personae ab intestat ante post statu quo in solidum infra supra vs versus idem bis ter quater cgi sci sarl sas sasu eurl earl gaec scea gfa ehpad urssaf tva lrar sru ' +
    'livret ldd lep pel pea cel scpi opcvm fip fcpi sicav per perp madelin crypto bitcoin ethereum nft email mail mails mel sms whatsapp smartphone covid hlm dpe airbnb frangin frangine papi mamie papy mamy tata tonton ' +
    'conjugal maritalement codébiteur emprunteur emprunteuse multirisque viager viagère nue demembrement recomposée recomposées er ère eme ème nd nde kilo km ha ca ares centiares notarié notariée notariés hé ben bah euh hein bof ouais mdr ' +
    'fiduciaire trust trustee trusts apostille exequatur kafala lex rei sitae forum co quote intra civ etc cf domicilié domiciliée rsi retraité retraitée concubin concubine concubins'
  ).split(' '),
  hedges: [
    'je crois',
    'il me semble',
    'sauf erreur',
    'si je ne me trompe',
    'a verifier',
    'peut etre',
    'je pense',
    'a confirmer',
    'sans certitude',
    'de memoire',
    'a peu pres',
    'environ',
    'apparemment',
    'il semble|semblerait',
    'je ne sais plus',
    'je n en suis pas sur|sure',
    'pas certain|certaine',
    'pas tout a fait sur|sure',
    'sous reserve',
    'si j ai bien compris',
    'si je me souviens',
    'a ce qu on m a dit',
    'on m a dit',
    'je suppose',
    'je n en sais pas|rien',
    'probablement',
    'sans doute',
    'plus ou moins',
    'j imagine',
    'disons',
    'a priori',
    'selon moi',
    'semble t il',
  ],
  vague: [
    'inconnu|inconnue|inconnus|inconnues|indetermine|indeterminee',
    'ne sait|savons|savent|sais pas|plus',
    'sait|sais|savons|savent pas',
    'n en sait|sais|savons pas|rien',
    'n est|etait pas sur|sure|clair|claire|certain|certaine',
    'a ce que l on|qu on dit|dicte|raconte',
    'ce qu on|que l on m|nous a dit|dicte|raconte|explique',
    'd apres ce que|qu',
    'parait il|t il',
    'il parait|paraitrait',
    'du moins',
    'en tout cas',
    'si l on|on en croit',
    'si je comprends|suis bien',
    'autant que',
    'en principe',
    'normalement',
    'je dirais|dirai',
    'ou quelque chose|un truc comme',
    'quelque chose comme',
    'une histoire|affaire de',
    'n a pas encore|ete precise*|indique*|communique*|confirme*|retrouve*',
    'reste|restent a determiner|preciser|confirmer|verifier|etablir|eclaircir',
    'doit|doivent etre precise*|confirme*|verifie*',
    'pas encore les|le|la|de noms|nom|montant|date',
    'aurait|auraient|serait|seraient',
    'faudrait verifier|voir|demander',
    'on verra',
    'je n ai pas tout compris|suivi',
    'ou alors',
    'ou peut',
  ],
};
