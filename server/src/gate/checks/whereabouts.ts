import { phrasePlaces } from '../binding/occurrences.ts';
import { findForms } from '../reading/forms.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** What is said of a town, and which leaves that hold it make it so; what else a target may hold for somebody to live there. */
const SAID: readonly { readonly forms: readonly string[]; readonly keys: readonly string[]; readonly orKeys: readonly string[] }[] = [
  {
    forms: ['habite|habitent|habitait|habitaient|vit|vivent|vivait|vivaient|demeure|demeurait|reside|residait|domicilie|domiciliee'],
    keys: ['residence_habituelle', 'residence_fiscale', 'ville', 'pays'],
    orKeys: ['usage', 'logement_occupe_au_deces', 'occupants_noms', 'domicile_commun_5_ans'],
  },
  { forms: ['mort|morte|decede|decedee|deces|meurt|mourut|eteint|eteinte'], keys: ['ville', 'pays', 'residence_habituelle'], orKeys: [] },
];
/** From the verb to its town: "est mort à Nantes". */
const REACH = 2;
const PREPOSITIONS = new Set(['a', 'au', 'aux', 'en', 'sur']);

/** "Il est mort à Dijon", where Dijon is only where a flat of his is. */
export function checkWhereabouts(subject: Subject): Problem[] {
  const { words, text } = subject.reading;
  const towns = subject.leaves.filter(({ kind, key, value }) => kind === 'text' && key !== 'libelle' && /^\p{Lu}/u.test(String(value)));
  return SAID.flatMap(({ forms, keys, orKeys }) => {
    if (subject.leaves.some(({ key }) => orKeys.includes(key))) return [];
    const verbs = findForms(forms, words);
    if (verbs.length === 0) return [];
    const borrowed = towns.filter(({ value }) => !towns.some((other) => other.value === value && keys.includes(other.key)));
    for (const town of borrowed)
      for (const place of phrasePlaces(words, wordsOf(String(town.value)))) {
        const verb = verbs.find(({ to }) => to <= place.from && place.from - to < REACH && words.slice(to, place.from).every(({ fold }) => PREPOSITIONS.has(fold)));
        if (!verb) continue;
        const span = [verb.start, words[place.to - 1]!.end] as const;
        return [refuse('fact-not-in-target', `« ${text.slice(...span)} » : les faits donnés ont ce lieu pour autre chose. Retirez-le.`, { span })];
      }
    return [];
  });
}
