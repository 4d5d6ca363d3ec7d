import { styleText } from 'node:util';

type Span = readonly [from: number, to: number];

// oxlint-disable-next-line no-control-regex -- escape sequences in a text must not reach the terminal
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text for the terminal: what is proven in green, what is refused in red, control characters made visible. */
export function markedText(text: string, proven: readonly Span[], refused: readonly Span[]): string {
  const styles = new Array<'green' | 'red' | undefined>(text.length).fill(undefined);
  for (const [from, to] of proven) styles.fill('green', from, to);
  for (const [from, to] of refused) styles.fill('red', from, to);
  let out = '';
  for (let i = 0; i < text.length;) {
    let end = i + 1;
    while (end < text.length && styles[end] === styles[i]) end++;
    const part = text.slice(i, end).replaceAll(CONTROLS, '�');
    out += styles[i] ? styleText(styles[i]!, part) : part;
    i = end;
  }
  return out;
}
