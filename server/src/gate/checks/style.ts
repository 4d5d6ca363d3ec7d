import { screened } from '../reading/screened.ts';
import { fold } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Forms in which lines and labels are at home. */
const LISTED = new Set(['note_professionnelle', 'question_directe']);
const BULLET = /^[ \t]*(?:[-–—•*]|\d{1,2}[.)])[ \t]+\S/gm;
const MOST_BULLETS = 3;

/** A sentence about the text or its task, folded. It tells the reader nothing of the case. */
const META: readonly RegExp[] = [
  /\b(?:la )?matiere (?:principale|secondaire)\b/,
  /\b(?:le|ce|un) (?:dossier|texte|cas|recit|message|mail) (?:comprend|comprenant|contient|porte sur|traite|presente|evoque le theme|aborde|regroupe|mentionne des|decrit)\b/,
  /\btexte (?:demande|a completer|a rediger|ci-dessous|suivant la consigne)\b/,
  /\b(?:redige|redigez|ecris|ecrivez|genere|generez) un (?:texte|recit|mail|message|cas)\b/,
  /\bconsigne\b/,
  /\bfaits (?:a dire|donnes|a raconter|a mentionner)\b/,
  /\bau format (?:mail|note|recit|question|message|oral)\b/,
  /\b(?:recit libre|mail brouillon|note professionnelle|(?<!poser (?:de|une|la) |aucune )question directe|message conflictuel|oral retranscrit)\b/,
  /\b(?:avec|sans) (?:quelques|des) fautes?\b/,
  /\ben tant qu(?:e modele|'ia|'assistante?)\b|\bmodele de langage\b|\bintelligence artificielle\b/,
  /\b(?:cas|texte|donnees|noms|situation|personnes) (?:est|sont) (?:fictif|fictive|imaginaire|invente|genere)/,
  /\b(?:le|ce) texte (?:respecte|suit|correspond|a ete|fait)\b/,
  /\b(?:(?<!je )n'invente|autre fait|faits? suivants?)\b/,
  /\b(?:persona|stratum) ?:/,
  /(?:^|[.!?\n] ?)(?:bruit|longueur|registre|voix|format|ton|consignes?) ?: /,
  /\blorem ipsum\b/,
  /\bvoici (?:le|un) (?:texte|recit|mail|message|cas)\b/,
  /\bles? (?:bloc|blocs|champ|champs|rubrique|rubriques|schema|payload|cible)\b/,
];
const metaIn = screened(META);

/** What is to be filled in ("[signature]", "Monsieur X", "la personne A"), and addresses of the net. */
const LEFT_OPEN: readonly RegExp[] = [/\[\p{L}[^[\]\n]{1,40}\]/u, /(?:Monsieur|Madame|M\.|Mme|personne) [A-Z](?![\p{L}.'’-])/u, /https?:\/\/|\bwww\./, /[\p{L}\d]@[\p{L}\d]/u];

/** A letter is no list, a text does not speak of itself, and nothing is left to be filled in. */
export function checkStyle(subject: Subject): Problem[] {
  return [...markdown(subject), ...meta(subject), ...leftOpen(subject)];
}

function leftOpen(subject: Subject): Problem[] {
  const { text, words } = subject.reading;
  // Real statements may call people by letters, and have them in their facts.
  const isNamed = (said: string): boolean => words.some((word) => subject.knownWords.has(word.fold) && word.text.length === 1 && said.endsWith(word.text));
  for (const pattern of LEFT_OPEN) {
    const match = pattern.exec(text);
    if (match && !isNamed(match[0]))
      return [refuse('meta', `« ${match[0]} » est à remplir, ou n'a pas sa place ici : retirez-le.`, { span: [match.index, match.index + match[0].length] })];
  }
  return [];
}

function markdown(subject: Subject): Problem[] {
  // A real statement may have its title marked as one.
  const text = subject.judged.stratum === undefined ? subject.reading.text.replace(/^\s*# [^\n]*/, (title) => ' '.repeat(title.length)) : subject.reading.text;
  const mark = /^#{1,6} \S|\*\*[^*\n]{1,80}\*\*|^```|^\|[^|\n]*\|[^|\n]*\|/m.exec(text);
  if (mark)
    return [
      refuse('markdown', 'Le texte a une mise en forme Markdown (#, **, tableau) : écrivez-le comme on écrit à la main.', { span: [mark.index, mark.index + mark[0].length] }),
    ];
  const { stratum } = subject.judged;
  if (!stratum || LISTED.has(stratum['format'] ?? '')) return [];
  const bullets = [...text.matchAll(BULLET)];
  if (bullets.length <= MOST_BULLETS) return [];
  const first = bullets[0]!;
  return [refuse('list-form', `Le texte est une liste de ${bullets.length} points : racontez avec des phrases.`, { span: [first.index, first.index + first[0].length] })];
}

function meta(subject: Subject): Problem[] {
  const { text } = subject.reading;
  const folded = fold(text);
  // Folding drops combining marks and opens ligatures; where that moved letters, no span is given.
  const aligned = folded.length === text.length;
  for (const pattern of metaIn(folded)) {
    const match = pattern.exec(folded);
    if (match)
      return [
        refuse(
          'meta',
          `Le texte parle de lui-même ou de la consigne (« ${match[0]} ») : ne dites que la situation.`,
          aligned ? { span: [match.index, match.index + match[0].length] } : {},
        ),
      ];
  }
  return [];
}
