import type { Instruction, WireProblem } from '@case-swarm/schema';

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** One line a problem: what it is about, then what to change. Warnings come last. */
export function problemLines(text: string, problems: readonly WireProblem[]): string[] {
  const ordered = [...problems].sort((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'));
  return ordered.map(({ message, path, span }) => {
    const about = span ? ` (« ${text.slice(span[0], span[1])} »)` : path === undefined ? '' : ` (${path})`;
    return `- ${message}${about}`;
  });
}

/** What a language model is asked: the prompt of the instruction, then the refused text with what to change in it. */
export function conversationFor(instruction: Instruction, earlier: { readonly text: string; readonly problems: readonly WireProblem[] } | undefined): Message[] {
  const ask: Message = { role: 'user', content: instruction.prompt };
  if (!earlier) return [ask];
  const repair = [
    'Ce texte est refusé. Voici tout ce qui ne va pas :',
    ...problemLines(earlier.text, earlier.problems),
    '',
    'Réécrivez le texte entier : corrigez chacun de ces points, gardez ce qui était juste, et n’ajoutez aucun fait. Répondez par le texte seul.',
  ].join('\n');
  return [ask, { role: 'assistant', content: earlier.text }, { role: 'user', content: repair }];
}

/** The text without what models like to put around it: a code fence, quotation marks, "Voici le texte :". */
export function bareText(answer: string): string {
  let text = answer.trim();
  const fenced = /^```[a-z]*\n([\s\S]*?)\n?```$/.exec(text);
  if (fenced) text = fenced[1]!.trim();
  text = text.replace(/^voici (?:le|un) texte[^\n:]{0,60}:\s*\n+/i, '');
  const quoted = /^(?:"([^"]*)"|«\s*([^«»]*?)\s*»)$/.exec(text);
  return (quoted ? (quoted[1] ?? quoted[2]!) : text).trim();
}
