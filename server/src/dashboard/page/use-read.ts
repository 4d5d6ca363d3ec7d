import { useEffect } from 'preact/hooks';

/** Reads anew when `inputs` change; an answer that comes after the next change, or after the view went, is dropped. */
export function useRead<T>(read: () => Promise<T>, take: (answer: T) => void, fail: (error: Error) => void, inputs: readonly unknown[]): void {
  useEffect(() => {
    let over = false;
    read().then(
      (answer) => !over && take(answer),
      (error: Error) => !over && fail(error),
    );
    return () => {
      over = true;
    };
  }, inputs);
}
