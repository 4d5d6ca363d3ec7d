import { queueOptionsSymbol, type TaskQueue } from 'piscina';

type Task = Parameters<TaskQueue['push']>[0];

/** Tasks that carry this under `queueOptionsSymbol` are done before all others. */
export const URGENT = { urgent: true } as const;

/** Someone waits for an urgent task; the others are done ahead of time. First in, first out among either. */
export class UrgentQueue implements TaskQueue {
  readonly #urgent: Task[] = [];
  readonly #others: Task[] = [];

  get size(): number {
    return this.#urgent.length + this.#others.length;
  }
  push(task: Task): void {
    (task[queueOptionsSymbol] === URGENT ? this.#urgent : this.#others).push(task);
  }
  shift(): Task | null {
    return this.#urgent.shift() ?? this.#others.shift() ?? null;
  }
  remove(task: Task): void {
    for (const tasks of [this.#urgent, this.#others]) {
      const at = tasks.indexOf(task);
      if (at >= 0) tasks.splice(at, 1);
    }
  }
}
