// How does an app in TypeScript take over a page of /api/v1/sync/? Compiled by `make lint`, with every check on.

import type { AnyDocument, ProblemDocument, SyncPage } from "./polyclinic";

export class ResyncRequired extends Error {}

/** Ask for one page: the address is `/api/v1/sync/?locale=…`, `next_page` or `next_sync`. */
export async function page(address: string): Promise<SyncPage> {
  const answer = await fetch(address);
  if (answer.ok) return (await answer.json()) as SyncPage;
  const problem = (await answer.json()) as ProblemDocument;
  if (problem.code === "resync_required") throw new ResyncRequired(problem.detail);
  throw new Error(`${problem.title}: ${problem.detail}`);
}

/** Do what a page says, and return where to go on. Keep both in one transaction. */
export function take(kept: Map<string, AnyDocument>, taken: SyncPage): string | null {
  for (const item of taken.items) {
    if (item.op === "upsert") kept.set(item.id, item.document);
    else kept.delete(item.id);
  }
  return taken.next_page ?? taken.next_sync;
}

/** What to show of a document: the notice of a withdrawal comes before everything else. */
export function headline(document: AnyDocument): string {
  return document.withdrawn ? document.withdrawn.notice : document.title;
}
