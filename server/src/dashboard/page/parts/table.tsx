import type { ComponentChildren } from 'preact';

/** A wide table that scrolls by itself, with the keyboard too. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}

/** The head of a column; of one that holds numbers, set right. */
export function Column({ label, n = false, title }: { readonly label: string; readonly n?: boolean; readonly title?: string }) {
  return (
    <th scope="col" {...(n ? { class: 'n' } : {})} {...(title === undefined ? {} : { title })}>
      {label}
    </th>
  );
}
