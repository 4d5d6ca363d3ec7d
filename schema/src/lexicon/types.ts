import type { Registers } from './registers.ts';

/**
 * How French says the leaves. One lexicon serves the prompt, the writer and the gate.
 *
 * A *form* is matched on folded words (lower case, no accents): words in order, `fils|fille` for alternatives, a
 * trailing `*` for any ending, `^sa` for a word that counts in capitals only, `=divorcé` for one that
 * counts with its accents only, `...` for up to five words between. The first form of a code or flag is also the plain
 * French way to say it and is written with its accents.
 */
export type Form = string;

export interface LeafForms {
  /** What a prompt calls this leaf ("valeur", "âge au décès"). */
  readonly label: string;
  /** Forms that announce this leaf's value in a sentence ("estim*", "souscrit*"). */
  readonly cues: readonly Form[];
  /** Forms of each code; the first is the plain one. */
  readonly codes?: Readonly<Record<string, readonly Form[]>>;
  /** Codes whose forms are of this leaf alone: one that is told and that no item of the target holds is an invention. */
  readonly exclusive?: readonly string[];
  /** Forms of another code that say nothing against a code, though they do not prove it ("sa compagne" of one with a pacs). */
  readonly mildly?: Readonly<Record<string, readonly Form[]>>;
  /** Codes that are another's where this key of the item names them (the usufruct beside the usufructuary). */
  readonly othersCodes?: Readonly<Record<string, string>>;
  /** Words behind which the codes' forms say something else ("un premier mariage" is not the last one, "la famille compte" is no account). */
  readonly notBehind?: readonly string[];
  /** Words before which a code's form says something else ("résidence habituelle" is no house). */
  readonly notBefore?: readonly string[];
  /** Phrases in which the codes' forms say something else ("un compte d'indivision" is no bank account). */
  readonly notWithin?: readonly Form[];
  /** Pattern of names: in a clause that has one of them, and not the item's own, a form is theirs ("pacsé avec Marie" of a former partner). */
  readonly notBeside?: string;
  /** Forms that assert a boolean leaf; negated, they deny it. */
  readonly yes?: readonly Form[];
  /** Forms that deny it without a negation word. */
  readonly no?: readonly Form[];
  /** A code that a word for both tells with a first name ("ses parents, Marcel et Nathalie"). */
  readonly bySex?: { readonly forms: readonly Form[]; readonly m: string; readonly f: string };
  /** Phrases that assert a boolean leaf or deny it by whom they speak of again ("de cette union" of the former spouse, or of the last). */
  readonly byAntecedent?: { readonly forms: readonly Form[]; readonly yes: string; readonly no: string };
  /** A code that is understood where one of these keys of the same item is told ("je lègue 10 000 €" is a particular legacy). */
  readonly impliedBy?: Readonly<Record<string, readonly string[]>>;
  /** A flag that is understood where an age below so many years is told of the same person ("un petit garçon d'un an" is a minor). */
  readonly impliedBelow?: { readonly key: string; readonly years: number };
  /** Codes that a real statement need not say where it calls the thing by a name of its own ("boule de cristal", "stocks"). */
  readonly impliedByName?: readonly string[];
  /** Whose fact it is, where its place in the payload says another ("patrimoine_final_du_conjoint" of the deceased's regime). */
  readonly ownedBy?: string;
  /** An amount of a month although the text names no period ("700 € de revenus"). */
  readonly periodImplied?: boolean;
}

export type LexiconEntries = Record<string, LeafForms>;

/** A list or object whose values are told about one person or thing. */
export interface EntityForms {
  /** Pattern of the list's items (`patrimoine.actifs.*`) or of a single object (`famille.defunt`). */
  readonly owner: string;
  readonly kind: 'person' | 'thing';
  /** Words that name such an entity ("enfant*", "fils", "emprunt*"). */
  readonly heads: readonly Form[];
  /** Longer phrases in which a head names something else ("contrat de mariage" is no policy). */
  readonly notHeads?: readonly Form[];
  /** Leaves that tell one item from another when it is mentioned (its type, its town, its name). */
  readonly identifiers: readonly string[];
  /** What speaks again of the one spoken of last, beside "cette …": "le bien donné". */
  readonly anaphors?: readonly string[];
}

/** Words that claim a fact, and where a target must hold something for them to stand. */
export interface Claim {
  readonly forms: readonly Form[];
  /** Whether its forms claim it right behind a name's comma only ("Colette Pelletier, commerçante, est morte"). */
  readonly apposed?: true;
  /** Longer phrases in which a form claims nothing ("livret de famille"). */
  readonly notForms?: readonly Form[];
  /** Prefixes or keys of patterns; `…=CODE` asks for that code. */
  readonly supports: readonly string[];
  /** What else supports it where it is denied ("non pacsé" of a married man). */
  readonly deniedSupports?: readonly string[];
  /** What alone a plain denial of it says ("pas d'assurance-vie" beside a contract is another case). */
  readonly deniedBy?: string;
}

/** Predicates by which somebody is one of those whom a leaf names ("Luc est légataire"). */
export interface Part {
  readonly forms: readonly Form[];
  /** Patterns of the leaves that name them. */
  readonly names: readonly string[];
  /** What else a target may hold for anyone to be so. */
  readonly orHolds?: readonly string[];
  /** What a target may hold for the one to be so whom everything is about. */
  readonly orSubject?: readonly string[];
}

type KinWords = readonly (readonly [forms: readonly Form[], roles: readonly string[]])[];

/** Who is who: which words make someone a child, a brother, the deceased. Roles are names of this table's own. */
export interface Kinship {
  /** Name leaves of each role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Words seen from the subject of the text, and from a teller of a persona. */
  readonly theirs: KinWords;
  readonly mine: Readonly<Record<string, KinWords>>;
  /** Words that make someone something only in front of the name. */
  readonly links: KinWords;
  /** "fils de Luc": role that the word gives from the subject → role of Luc → roles of the son. Others may be anyone. */
  readonly ofPerson: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** "Khadija … sa mère Caroline" of the deceased Caroline: what her kin word makes of Khadija. */
  readonly inverse: Readonly<Record<string, string>>;
  /** Words beside a kin word that make it someone else's ("a de son côté un fils"), with the roles they add. */
  readonly elsewhere: { readonly forms: readonly Form[]; readonly roles: readonly string[] };
  /** What a teller who gives a name ("je suis Luc") may be, by persona. */
  readonly tellers: Readonly<Record<string, readonly string[]>>;
  /** What a target holds of a teller of a persona, one at least of each list. */
  readonly holds: Readonly<Record<string, readonly string[]>>;
  /** What those say who are not of the family, whoever they are ("ma cliente", "je suis la voisine"). */
  readonly outsiders?: readonly Form[];
  /** What only one of the family says ("j'étais son concubin"). */
  readonly insiders?: readonly Form[];
  /** How tellers say by which trade they write, by persona. */
  readonly trades: Readonly<Record<string, readonly Form[]>>;
  /** Words that make someone the subject, before the name, behind it, or of the one named last ("jusqu'à sa mort"); `sure` ones
   * say that someone has died, so that nobody else may be told so; `others` are leaves of people of whom they may be said as well. */
  readonly death: {
    readonly role: string;
    readonly before: readonly Form[];
    readonly after: readonly Form[];
    readonly own: readonly Form[];
    /** What says that someone died before the deceased did. */
    readonly earlier: readonly Form[];
    /** Whom somebody has lost, in front of the name. */
    readonly bereaved: readonly Form[];
    /** Whose death a child tells, by the ending of the last word. */
    readonly parents: readonly Form[];
    /** What the deceased leaves, of a pronoun. */
    readonly leaving: readonly Form[];
    /** Whose death came first, with the pronoun of the deceased at its end. */
    readonly outlived: readonly Form[];
    /** What says whose case it is, where the death itself is left unclear. */
    readonly about: readonly Form[];
    readonly pronoun: readonly Form[];
    /** Flags and codes by which a target has someone else dead. */
    readonly others: readonly string[];
    /** What only the living do, behind a name ("demande"). */
    readonly living: readonly Form[];
    readonly sure: { readonly before: readonly Form[]; readonly after: readonly Form[]; readonly own: readonly Form[] };
  };
}

/** A leaf of which whatever a text tells must be held. */
export interface Closed {
  /** What tells it for sure, where not all of its forms do. */
  readonly forms?: readonly Form[];
  /** What has such a form in it and tells nothing of the kind ("on trouve dans la succession …"). */
  readonly notForms?: readonly Form[];
  /** Leaves of the item, by the ends of their patterns, that are told with such a word ("acquis pendant le mariage" where the epoch is held). */
  readonly beside?: readonly string[];
  /** Codes of the item whose own words tell it besides ("une PME" is a business, and tells of what sort). */
  readonly besides?: readonly string[];
  /** Prefixes of paths of whom else it may be told, where not of everybody or everything. */
  readonly rivals?: readonly string[];
  /** Behind an article that introduces one ("un don manuel") it is told of an item that has it not, wherever that stands. */
  readonly introduced?: boolean;
  /** Words close behind which a form says something else ("divorcé d'un premier mariage"). */
  readonly notBehind?: readonly string[];
  /** What tells it of whoever is named in its sentence, on either side. */
  readonly ofNamed?: readonly Form[];
  /** What denies a flag of whoever is named in its sentence: a denial is told as much as the fact. */
  readonly denied?: readonly Form[];
  /** Codes that go without saying where something else is held, by prefixes of paths ("indivis" where the indivision is told of). */
  readonly entailedBy?: Readonly<Record<string, readonly string[]>>;
}

/** How people write in this domain, beside a dictionary. */
export interface Writing {
  /** Known short forms, as they are written. */
  readonly abbreviations: readonly string[];
  /** Words of the trade, sigles and Latin that a dictionary lacks. */
  readonly terms: readonly string[];
  /** Forms by which a writer shows doubt. */
  readonly hedges: readonly Form[];
  /** Other ways to leave a thing open, which say "I" of nobody, or of no doubt of the writer's own ("montant inconnu"). */
  readonly vague?: readonly Form[];
}

/** Figures that the law itself gives: they need no leaf near one of these words. */
export interface LegalConstants {
  readonly near: readonly Form[];
  readonly values: readonly number[];
}

export interface Lexicon {
  readonly leaves: ReadonlyMap<string, LeafForms>;
  readonly entities: readonly EntityForms[];
  readonly claims: readonly Claim[];
  readonly parts?: readonly Part[];
  /** By patterns of leaves. */
  readonly closed?: Readonly<Record<string, Closed>>;
  readonly constants: LegalConstants;
  readonly writing: Writing;
  /** Left out where a domain is spoken of in one way only. */
  readonly registers?: Registers;
  /** Left out where a domain has no kin. */
  readonly kinship?: Kinship;
  /** Path of the one whom everything is about; figures without an owner are theirs ("famille.defunt"). */
  readonly subject: string;
  /** Forms by which the subject is called beside the name. */
  readonly subjectForms: readonly Form[];
  /** Capitalised words that are no names here (titles, institutions of every text). */
  readonly ordinaryCapitals: readonly string[];
  /** Banks, insurers and the like, by their names: one that the target does not name has no part in the text. */
  readonly institutions?: readonly string[];
}

/** How a code is said in plain French: its first form. */
export const plainCode = (forms: LeafForms | undefined, code: string): string => forms?.codes?.[code]?.[0]?.replace(/^[=^]/, '') ?? code.toLowerCase().replaceAll('_', ' ');

export const leaf = (label: string, ...cues: Form[]): LeafForms => ({ label, cues });
export const codes = (label: string, byCode: Record<string, Form[]>, cues: Form[] = []): LeafForms => ({ label, cues, codes: byCode });
export const impliedByName = (codesOfNames: readonly string[], forms: LeafForms): LeafForms => ({ ...forms, impliedByName: codesOfNames });
export const notWithin = (phrases: readonly Form[], forms: LeafForms): LeafForms => ({ ...forms, notWithin: phrases });
export const notBefore = (words: readonly string[], forms: LeafForms): LeafForms => ({ ...forms, notBefore: words });
export const notBehind = (words: readonly string[], forms: LeafForms): LeafForms => ({ ...forms, notBehind: words });

/** Codes whose forms say nothing else, but for those in `shared` (see `LeafForms.exclusive`). */
export const exclusive = (label: string, byCode: Record<string, Form[]>, shared: readonly string[] = [], mildly: Record<string, Form[]> = {}): LeafForms => ({
  ...codes(label, byCode),
  mildly,
  exclusive: Object.keys(byCode).filter((code) => !shared.includes(code)),
});
export const flag = (label: string, yes: Form[], no: Form[] = []): LeafForms => ({ label, cues: [], yes, no });

/** Prefixes every key, so that a family's leaves are written once for all its members. */
export function under(prefix: string, entries: LexiconEntries): LexiconEntries {
  return Object.fromEntries(Object.entries(entries).map(([key, forms]) => [`${prefix}.${key}`, forms]));
}
