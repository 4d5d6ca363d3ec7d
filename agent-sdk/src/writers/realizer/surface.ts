import { aNp, capitalise, deNp, fractionWord, grouped, MONTHS, percent, type Random, type Referent } from '@case-swarm/schema';
import { toCardinal as n2words } from 'n2words/fr-FR';

/** How this text writes figures; one person keeps to one habit, mostly. */
export interface Habits {
  readonly amount: 'plain' | 'tight' | 'euros' | 'k' | 'words';
  readonly date: 'long' | 'slashes';
  readonly share: 'percent' | 'word';
  readonly age: 'digits' | 'words';
}

export function drawHabits(random: Random, form: string, noisy: boolean): Habits {
  const telegraphic = form === 'question_directe' || form === 'note_professionnelle';
  return {
    amount: random.weighted([
      ['plain', 5],
      ['tight', noisy ? 2 : 0.4],
      ['euros', 3],
      ['k', telegraphic ? 2 : 0.5],
      ['words', form === 'oral_retranscrit' ? 2 : 0.2],
    ] as const),
    date: random.weighted([
      ['long', 4],
      ['slashes', telegraphic || noisy ? 2 : 0.5],
    ] as const),
    share: random.weighted([
      ['percent', 2],
      ['word', 2],
    ] as const),
    age: random.weighted([
      ['digits', 6],
      ['words', form === 'oral_retranscrit' ? 3 : 0.4],
    ] as const),
  };
}

function sayAmount(value: number, habits: Habits, random: Random): string {
  switch (habits.amount) {
    case 'tight':
      return `${value}€`;
    case 'euros':
      return `${grouped(value)} euros`;
    case 'k':
      if (value >= 1_000_000 && value % 10_000 === 0) return `${String(value / 1_000_000).replace('.', ',')} M€`;
      if (value >= 10_000 && value % 1000 === 0) return random.chance(0.5) ? `${value / 1000} k€` : `${value / 1000}k€`;
      return `${grouped(value)} €`;
    case 'words':
      if (value % 1000 === 0 && value < 1_000_000) return `${n2words(value)} euros`;
      return `${grouped(value)} euros`;
    case 'plain':
      return `${grouped(value)} €`;
  }
}

function sayDate(iso: string, preposition: string, habits: Habits): string {
  const [year, month, day] = iso.split('-');
  if (day !== undefined) {
    const words = habits.date === 'slashes' ? `${day}/${month}/${year}` : `${Number(day) === 1 ? '1er' : Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
    return { le: `le ${words}`, du: `du ${words}`, depuis: `depuis le ${words}`, avant: `avant le ${words}` }[preposition] ?? words;
  }
  if (month !== undefined) {
    const words = `${MONTHS[Number(month) - 1]} ${year}`;
    return { le: `en ${words}`, du: `${/^[ao]/.test(words) ? "d'" : 'de '}${words}`, depuis: `depuis ${words}`, avant: `avant ${words}` }[preposition] ?? words;
  }
  return { le: `en ${year}`, du: `de ${year}`, depuis: `depuis ${year}`, avant: `avant ${year}` }[preposition] ?? year!;
}

interface FillOptions {
  /** The subject may be "il" or "elle". */
  readonly pronounAllowed: boolean;
  /** It goes on with a sentence whose subject stays. */
  readonly isRelative?: boolean;
}

/** Where referents stand in a text so far. */
export class Discourse {
  readonly #introduced = new Set<string>();
  readonly #starts = new Map<string, number>();
  readonly #told = new Set<string>();
  #lastSubject: string | undefined;
  /** A long run of pronouns gets hard to follow. */
  #pronouns = 0;

  /** Those of the wordings that can open a matter, where it was not spoken of: nothing is added to nothing. */
  opening(wordings: readonly string[], matter: string): readonly string[] {
    const isFirst = !this.#told.has(matter);
    this.#told.add(matter);
    const plain = isFirst ? wordings.filter((wording) => !ADDING.test(wording)) : wordings;
    return plain.length > 0 ? plain : wordings;
  }

  /** One of the wordings that begin as few sentences of the text did so far. */
  freshest(wordings: readonly string[], random: Random): string {
    const startOf = (text: string): string => text.split(' ').slice(0, 3).join(' ');
    const used = (text: string): number => this.#starts.get(startOf(text)) ?? 0;
    const least = Math.min(...wordings.map(used));
    const chosen = random.pick(wordings.filter((text) => used(text) === least));
    this.#starts.set(startOf(chosen), least + 1);
    return chosen;
  }

  fill(text: string, referents: Readonly<Record<string, Referent>>, habits: Habits, random: Random, options: FillOptions): string {
    let first = true;
    const filled = text.replace(/\{([^{}:]+)(?::([^{}]*))?\}/g, (mark, key: string, argument: string | undefined, offset: number) => {
      const referent = referents[key];
      if (referent) {
        const subject = argument === undefined && offset === 0;
        const isInRelative = argument === 'il';
        const said = this.#refer(key, referent, isInRelative || (subject && first && options.pronounAllowed), isInRelative ? undefined : argument, random);
        first = false;
        return said === 'il' && text.startsWith(' et ', offset + mark.length) ? 'lui' : said;
      }
      if (argument === undefined) return mark;
      if (key === '€') return sayAmount(Number(argument), habits, random);
      if (key === 'ans') {
        const years = Number(argument);
        return `${habits.age === 'words' ? n2words(years) : years} ${years > 1 ? 'ans' : 'an'}`;
      }
      if (key === '%') {
        const word = fractionWord(Number(argument));
        return habits.share === 'word' && word ? word : percent(Number(argument));
      }
      if (key === '%%') return percent(Number(argument));
      return sayDate(argument, key, habits);
    });
    if (options.isRelative) return cleaned(filled);
    // Behind other people's names "elle" could be one of them.
    // "Il y a un livret" speaks of nobody: whom the text is about stays.
    if (NAMES_SOMEONE.test(text)) this.#lastSubject = undefined;
    else if (text.startsWith('{D}')) this.#lastSubject = 'D';
    else if (!IMPERSONAL.test(text)) this.#lastSubject = undefined;
    return cleaned(filled);
  }

  #refer(key: string, referent: Referent, pronounAllowed: boolean, preposition: string | undefined, random: Random): string {
    const seen = this.#introduced.has(key);
    this.#introduced.add(key);
    const nominal = referent.later.filter((form) => form !== referent.pronoun);
    if (preposition !== undefined) {
      const np = seen ? random.pick(nominal.length > 0 ? nominal : referent.later) : random.pick(referent.first);
      return preposition === 'de' ? deNp(np) : aNp(np);
    }
    if (!seen) return random.pick(referent.first);
    if (pronounAllowed && this.#lastSubject === key && referent.pronoun !== undefined && this.#pronouns < 3) {
      this.#pronouns++;
      return referent.pronoun;
    }
    this.#pronouns = 0;
    return random.pick(nominal.length > 0 ? nominal : referent.later);
  }
}

/** Without the commas that met others when names came in. */
const cleaned = (text: string): string =>
  text
    .replaceAll(/,(\s*[,.;:])/g, '$1')
    .replaceAll(/\s+([,.])/g, '$1')
    .replace(/,$/, '');

/** What comes on top of something. */
const ADDING = /^(?:il y a aussi|il faut ajouter|il ne faut pas oublier|on compte également|à cela s'ajoute|reste|il reste|\{D\} avait aussi) /;

/** What speaks of things and of nobody. */
const IMPERSONAL = /^(?:il y a|il faut|il ne faut|il reste|on compte|on trouve|côté|parmi|dans|reste|à cela) /;

/** A capital that is no place's ("à Valence"). */
const NAMES_SOMEONE = /(?<!(?:^|[\s(])(?:à|en|au|aux|du))\s\p{Lu}\p{Ll}/u;

/** Elisions that arise when wordings meet names and pronouns. */
export function tidy(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}'-])(que|de|le|la|je|ne|se) (?=(?:il|elle|ils|elles|on|en|aucun|aucune)(?!\p{L}))/giu, (match, word: string) =>
      /^(que|de|je|ne|se)$/i.test(word) ? `${word.slice(0, -1)}'` : match,
    )
    .replaceAll(/(?<!\p{L})si (?=ils?(?!\p{L}))/giu, "s'")
    .replaceAll(/(?<!\p{L})de le(?!\p{L})/gu, 'du')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/([^.])\.\.(?!\.)/g, '$1.')
    .trim();
}

export const sentence = (text: string): string => {
  const body = capitalise(text.trim());
  return /[.!?…»]$/.test(body) ? body : `${body}.`;
};
