export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: 'proof' | 'fault';
  /** What it stands for: a leaf's path, or a message. */
  readonly about: string;
}

/** A text with marks; where several overlap, a piece carries them all. Texts are shown as text, whatever stands in them. */
export function MarkedText({
  text,
  marks,
  active,
  onActive,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly active?: string | undefined;
  readonly onActive?: (about: string | undefined) => void;
}) {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return (
    <p class="statement" dir="auto" tabIndex={0}>
      {edges.slice(0, -1).map((from, i) => {
        const piece = text.slice(from, edges[i + 1]);
        const here = marks.filter((mark) => mark.from <= from && mark.to >= edges[i + 1]!);
        if (here.length === 0) return piece;
        const kind = here.some((mark) => mark.kind === 'fault') ? 'fault' : 'proof';
        const lit = active !== undefined && here.some(({ about }) => about === active);
        return (
          <mark
            key={from}
            class={`${kind}${lit ? ' lit' : ''}`}
            title={here.map(({ about }) => about).join('\n')}
            onMouseEnter={() => onActive?.(here[0]!.about)}
            onMouseLeave={() => onActive?.(undefined)}
          >
            {piece}
          </mark>
        );
      })}
    </p>
  );
}
