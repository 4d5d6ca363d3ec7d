import type { Random } from '../random.ts';
import { asides, formalAsides } from './framing.ts';

/** Sentences that say no fact are made of parts, so that a campaign of thousands does not say the same ones again and again. */
const ONE: readonly string[] = ['chacun', "l'entourage", 'tout le monde', 'la famille', 'on', 'personne'];
const MANY: readonly string[] = ['les uns et les autres', 'les proches', 'les plus anciens', 'les plus jeunes', 'ceux qui restent', 'les gens autour de nous'];

const DOES: readonly (readonly [one: string, many: string])[] = [
  ['garde ses distances', 'gardent leurs distances'],
  ['évite le sujet', 'évitent le sujet'],
  ['répond à côté', 'répondent à côté'],
  ['hausse le ton', 'haussent le ton'],
  ['cherche ses mots', 'cherchent leurs mots'],
  ['tourne autour du pot', 'tournent autour du pot'],
  ['ressasse les mêmes reproches', 'ressassent les mêmes reproches'],
  ['fait comme si de rien n’était', 'font comme si de rien n’était'],
  ['soupire et change de conversation', 'soupirent et changent de conversation'],
  ['se renvoie la balle', 'se renvoient la balle'],
  ['retourne la question dans tous les sens', 'retournent la question dans tous les sens'],
  ['laisse sonner le téléphone', 'laissent sonner le téléphone'],
  ['attend que la tempête passe', 'attendent que la tempête passe'],
  ['dort mal à cause de cette histoire', 'dorment mal à cause de cette histoire'],
  ['voudrait tourner la page', 'voudraient tourner la page'],
  ['s’accroche à ses certitudes', 's’accrochent à leurs certitudes'],
  ['perd patience', 'perdent patience'],
  ['reste sur la défensive', 'restent sur la défensive'],
  ['fouille dans les tiroirs à la recherche d’un papier', 'fouillent dans les tiroirs à la recherche d’un papier'],
  ['mélange les souvenirs et les rancunes', 'mélangent les souvenirs et les rancunes'],
  ['parle sans vraiment écouter', 'parlent sans vraiment écouter'],
  ['se méfie de tout', 'se méfient de tout'],
];
const WHEN: readonly string[] = [
  '',
  'depuis l’enterrement',
  'ces temps-ci',
  'à la moindre remarque',
  'dès qu’on aborde la question',
  'au téléphone comme par courrier',
  'même pendant les fêtes',
  'à chaque rencontre',
  'depuis le début',
  'le dimanche surtout',
  'quand vient le soir',
  'sans se l’avouer',
  'avec le temps',
  'par fatigue sans doute',
  'et cela n’arrange rien',
  'comme toujours dans ces cas-là',
];

const MINE: readonly string[] = [
  'j’ai rangé les courriers dans une boîte à chaussures',
  'j’ai relu plusieurs fois les lettres sans mieux comprendre',
  'je note tout dans un cahier pour ne rien mélanger',
  'je n’ai pas l’habitude de ces démarches',
  'je me sens un peu dépassé par les événements',
  'je vous écris de la table de la cuisine, avec tous les papiers devant moi',
  'j’avoue que les termes juridiques m’échappent',
  'je tourne en rond depuis ce matin',
  'j’aimerais dormir tranquille à nouveau',
  'je ne veux fâcher personne',
  'je cherche seulement une réponse claire',
  'j’espère ne rien avoir oublié d’important',
  'je fais de mon mieux pour rester juste',
  'je préfère demander avant de faire une bêtise',
  'j’ai le sentiment de parler dans le vide',
];
/** Longer ones, as letters have them: of the writer, and of anyone. `[a|b]` is one or the other. */
const LIVED_MINE: readonly string[] = [
  'j’ai [gardé|conservé|mis de côté] [tous les courriers|chaque lettre|les enveloppes et les lettres] et je peux vous les [apporter|envoyer|montrer] [quand vous voudrez|dès que vous le souhaitez|un de ces jours]',
  '[excusez-moi|pardonnez-moi|vous m’excuserez] si [tout cela part un peu dans tous les sens|je mélange un peu tout|ce n’est pas très bien tourné], je n’ai pas [la tête à faire des phrases|l’habitude d’écrire|le cœur à m’appliquer]',
  'je [voudrais|souhaite|demande] seulement que [les choses soient faites dans les règles|tout se passe comme il faut|chacun soit traité correctement], [sans léser personne|ni plus ni moins|et pouvoir me regarder dans la glace]',
  'je [travaille la journée|suis pris la semaine|n’ai pas beaucoup de temps à moi], mais je peux [me libérer|passer|venir] [en fin d’après-midi|tôt le matin|un midi] si [vous avez un créneau|cela vous arrange|c’est possible pour vous]',
  'j’ai essayé de [me renseigner|comprendre|me débrouiller] de mon côté, et plus [je lis|je cherche|j’avance], moins [je comprends|j’y vois clair|je suis sûr de moi]',
  'je ne savais pas [vers qui me tourner|à quelle porte frapper|à qui en parler], alors je [m’adresse à vous|vous écris|tente ma chance auprès de vous]',
  'j’ai [posé la question|demandé conseil|tendu l’oreille] autour de moi et [chacun m’a répondu autre chose|je n’ai pas entendu deux fois la même réponse|personne n’a su me dire]',
  'je voudrais que l’on m’explique [les choses|tout cela|ce qui va se passer] [simplement|avec des mots de tous les jours|calmement], sans [grands mots|jargon|tourner autour]',
  'je ne suis pas [pressé|à la minute], mais j’aimerais [savoir où je mets les pieds|y voir clair|être fixé] [avant de m’engager|avant d’aller plus loin|une bonne fois]',
  's’il vous [faut|manque] un papier, dites-moi lequel, je [fouillerai encore|regarderai dans les tiroirs|finirai bien par le retrouver]',
  'je reste joignable [tous les matins|en soirée|à l’heure du déjeuner], [et le soir après le repas|le téléphone à côté de moi|même le samedi]',
  'je n’ai rien [signé|promis|répondu] pour l’instant, j’attends [d’y voir plus clair|de vous avoir lu|d’être mieux informé]',
  'il se peut que je [me trompe|confonde|m’emmêle] sur [un détail|un point|une chose ou une autre], je [raconte de mémoire|répète ce qu’on m’a dit|n’ai pas tout sous les yeux]',
  'on m’a [conseillé|recommandé|dit] de ne rien [faire|signer|décider] avant de vous avoir [parlé|lu|consulté]',
  'pardonnez [la longueur|le désordre|le ton] de ce message, j’avais besoin de [tout mettre à plat|vider mon sac|tout dire d’un coup]',
  'je [relis|reprends] ce que je viens d’écrire et je ne suis pas sûr d’être [clair|compris|très adroit]',
  'je vous laisse mon numéro [au bas de ce message|au cas où|plus bas], vous pouvez [m’appeler à toute heure|me rappeler quand vous voudrez|laisser un mot si je ne décroche pas]',
  'je sais que vous avez [bien d’autres dossiers|beaucoup à faire|d’autres urgences], et je vous remercie [de votre patience|de prendre le temps|d’avance pour votre attention]',
];
const LIVED: readonly string[] = [
  '[tout cela|la situation|cette affaire] serait plus simple si [les gens se parlaient|on s’écoutait un peu|chacun baissait d’un ton] avant [d’écrire|de se fâcher|de claquer la porte]',
  'les [courriers|enveloppes|papiers] s’empilent [sur le buffet|dans l’entrée|sur le coin de la table] et plus personne n’a envie de [les ouvrir|s’y plonger|y toucher]',
  'il y a eu [des mots|des cris|des portes claquées], puis des silences, et les silences sont [pires|plus lourds encore|difficiles à rompre]',
  '[au village|dans le quartier|à la boulangerie], les gens [commencent à parler|posent des questions|ont tous un avis], et cela [n’aide personne|n’arrange rien|fatigue tout le monde]',
  'une explication [claire|franche|posée] suffirait [sans doute|peut-être|bien souvent] à [calmer tout le monde|remettre les choses à leur place|apaiser les esprits]',
  'le plus [dur|pénible|usant], ce n’est pas l’argent, c’est [de ne pas savoir|l’attente|le doute]',
  'personne n’a l’habitude de [ces papiers|ces termes|ces courriers], et chacun les [lit à sa façon|comprend comme il veut|prend comme il peut]',
  'on se dit que cela finira par [s’arranger|se tasser|se régler], et pourtant [rien ne bouge|les semaines passent|tout reste en plan]',
  'les uns ont [leurs raisons|leurs torts|leur fierté], les autres aussi, et tout le monde est [fatigué|à bout|sur les nerfs]',
  'il faudrait reprendre les choses [une par une|dans l’ordre|depuis le début], [tranquillement|sans s’énerver|autour d’une table], avec quelqu’un qui [connaît la matière|garde la tête froide|sache de quoi il parle]',
  'la [boîte aux lettres|moindre enveloppe|simple sonnerie du téléphone] est devenue un sujet [de conversation|d’inquiétude|de dispute]',
  'un simple [coup de fil|petit mot|quart d’heure ensemble] aurait [parfois|souvent|peut-être] suffi',
  'il est difficile de [tout reprendre|tout raconter|remettre de l’ordre], mais [il le faut bien|personne ne le fera à notre place|autant s’y mettre maintenant]',
  'les papiers étaient rangés dans [une chemise bleue|un vieux cartable|une boîte à biscuits], [en haut de l’armoire|au fond du bureau|derrière les livres]',
  'quelques [phrases|paroles] ont été dites de trop, que [tout le monde regrette|chacun regrette|l’on préférerait oublier] [à présent|aujourd’hui|maintenant]',
  'le café a [refroidi|bouilli] pendant que l’on [comptait et recomptait|cherchait un stylo|relisait les mêmes lignes]',
  'à force de [remettre à plus tard|repousser|tourner autour], on ne sait plus [par quel bout prendre l’affaire|par où commencer|qui devait faire quoi]',
  'il ne s’agit pas de chercher [des coupables|querelle|la petite bête], seulement de [savoir quoi faire|comprendre|avancer un peu]',
];
const LIVED_FORMAL: readonly string[] = [
  'le dossier sera [complété|mis à jour|repris] dès réception des [pièces demandées|documents attendus|réponses]',
  'une copie des [principaux|derniers] documents est [jointe à la présente note|conservée au dossier|tenue à disposition]',
  'le présent [résumé|exposé|point] a été établi à partir des seuls documents [remis à ce jour|reçus jusqu’ici|communiqués]',
  'les points les plus [délicats|sensibles|incertains] seront abordés [de vive voix|en entretien|lors du prochain échange]',
  'il conviendra de [distinguer|séparer] ce qui est établi de ce qui est [seulement rapporté|simplement allégué|encore incertain]',
  'les pièces manquantes ont été réclamées [par courrier, puis par téléphone|à plusieurs reprises|sans succès pour le moment]',
  'l’ensemble sera relu [avant tout envoi|à tête reposée|par un second lecteur]',
  'les coordonnées des intéressés figurent [en tête du dossier papier|dans la fiche du dossier|au dos de la chemise]',
  'un compte rendu sera adressé à chacun [à l’issue du prochain entretien|dans les meilleurs délais|après relecture]',
  'les réserves d’usage sont maintenues tant que [les originaux n’auront pas été vus|les pièces n’auront pas été vérifiées]',
];
/** One of each `[a|b]`. */
const drawn = (template: string, random: Random): string => straight(template.replaceAll(/\[([^\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|'))));
const NOTED: readonly string[] = ['il est précisé que', 'il convient de noter que', 'à ce stade,', 'pour mémoire,', 'sous toutes réserves,', 'en l’état,'];
const FORMAL: readonly string[] = [
  'les échanges entre les intéressés demeurent tendus',
  'les explications recueillies restent parfois imprécises',
  'plusieurs courriers attendent encore une réponse',
  'les originaux n’ont pas tous été produits',
  'le classement des documents se poursuit',
  'les intéressés souhaitent une lecture commune de la situation',
  'aucun calendrier n’a été arrêté',
  'la lecture des pièces appelle encore quelques vérifications',
  'la position de chacun doit être confirmée par écrit',
  'le rédacteur n’a pas rencontré tous les intéressés',
  'les photocopies transmises sont en partie illisibles',
  'un rappel sera adressé aux intéressés',
];

const straight = (text: string): string => text.replaceAll('’', "'");

function composed(random: Random): string {
  const [one, many] = random.pick(DOES);
  const plural = random.chance(0.5);
  const who = random.pick(plural ? MANY : ONE);
  const does = plural ? many : one;
  // "Personne" has its "ne" before the verb, and before "se" or "s'" all the same.
  const said =
    who === 'personne' ? `${who} ne ${/^(?:garde|dort|perd|reste|voudrait|attend)/.test(does) ? 'dit plus ce qu’il pense' : 'sait plus quoi répondre'}` : `${who} ${does}`;
  const when = random.pick(WHEN);
  return straight(when === '' ? said : when.startsWith('et ') ? `${said}, ${when}` : `${said} ${when}`);
}

/**
 * Enough for the longest text: fixed ones, composed ones, and the writer's own.
 * @param isRelative whether one of the family speaks for himself: nobody else loses sleep over it
 */
export function drawAsides(random: Random, isRelative: boolean): { readonly asides: readonly string[]; readonly formalAsides: readonly string[] } {
  const made = Array.from({ length: 16 }, () => composed(random));
  const noted = random.shuffle(FORMAL).map((text) => straight(`${random.pick(NOTED)} ${text}`));
  return {
    // The longer ones first: a long text wants few of them.
    asides: [
      ...random
        .shuffle([...(isRelative ? LIVED_MINE : []), ...LIVED])
        .slice(0, random.int(6, 14))
        .map((template) => drawn(template, random)),
      ...random.shuffle([...random.shuffle([...asides]).slice(0, 10), ...new Set(made), ...(isRelative ? random.shuffle(MINE).slice(0, 5).map(straight) : [])]),
    ],
    formalAsides: random.shuffle([...formalAsides, ...noted, ...LIVED_FORMAL.map((template) => drawn(template, random))]),
  };
}
