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

/** Enough for the longest text: fixed ones, composed ones, and the writer's own. */
export function drawAsides(random: Random): { readonly asides: readonly string[]; readonly formalAsides: readonly string[] } {
  const made = Array.from({ length: 16 }, () => composed(random));
  const noted = random.shuffle(FORMAL).map((text) => straight(`${random.pick(NOTED)} ${text}`));
  return {
    asides: random.shuffle([...random.shuffle([...asides]).slice(0, 10), ...new Set(made), ...random.shuffle(MINE).slice(0, 5).map(straight)]),
    formalAsides: random.shuffle([...formalAsides, ...noted]),
  };
}
