import type { CaseView, DatasetPreview, ExportedFile, ListedCase, PairMatrix, Refusal, Statistics } from '@case-swarm/schema';

/** An answer that is not a success; `status` 401 asks for a sign-in. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', 'x-case-swarm': 'dashboard', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  throw new ApiError(response.status, problem.code ?? 'other', problem.detail ?? `the server answered ${response.status}`);
}

export interface CaseQuery {
  readonly [key: string]: string | undefined;
}

export const api = {
  statistics: () => call<Statistics>('/statistics'),
  pairs: (a: string, b: string) => call<PairMatrix>(`/statistics/pairs?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`),
  cases(query: CaseQuery, after: number | undefined) {
    const words = Object.entries({ ...query, view: 'list', order: 'newest', limit: '100', ...(after === undefined ? {} : { after: String(after) }) });
    const search = words.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`])).join('&');
    return call<{ cases: ListedCase[]; next: number | null }>(`/cases?${search}`);
  },
  case: (id: string) => call<CaseView>(`/cases/${encodeURIComponent(id)}`),
  review: (id: string, verdict: 'keep' | 'reject', reason: string) =>
    call<{ precision: { kept: number; rejected: number; precision: number } }>(`/cases/${id}/review`, { verdict, reason }),
  refusals: (code: string | undefined) => call<{ refusals: Refusal[] }>(`/refusals?limit=20${code === undefined ? '' : `&code=${encodeURIComponent(code)}`}`),
  release: (agent: string) => call<{ released: number }>(`/agents/${encodeURIComponent(agent)}/release`, {}),
  exports: () => call<{ files: ExportedFile[] }>('/exports'),
  preview: () => call<DatasetPreview>('/exports/preview'),
  signIn: (token: string) => call<{ signed_in: true }>('/session', { token }),
};
