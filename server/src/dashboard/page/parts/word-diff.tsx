/** Two texts beside each other: words of the first that the second lacks, and the other way round (longest common subsequence). */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p class="statement" dir="auto" tabIndex={0}>
      {diffWords(before, after).map(({ kind, words }, i) => {
        const text = `${words.join(' ')} `;
        return kind === 'same' ? text : kind === 'gone' ? <del key={i}>{text}</del> : <ins key={i}>{text}</ins>;
      })}
    </p>
  );
}

interface Run {
  readonly kind: 'same' | 'gone' | 'new';
  readonly words: string[];
}

/** Longer texts are cut: the table grows with the product of their lengths. */
const MOST_WORDS = 900;

function diffWords(before: string, after: string): Run[] {
  const [a, b] = [before, after].map((text) => text.split(/\s+/).slice(0, MOST_WORDS)) as [string[], string[]];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const runs: Run[] = [];
  const push = (kind: Run['kind'], word: string): void => {
    if (runs.at(-1)?.kind === kind) runs.at(-1)!.words.push(word);
    else runs.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push('same', a[i]!);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) push('gone', a[i++]!);
    else push('new', b[j++]!);
  }
  return runs;
}
