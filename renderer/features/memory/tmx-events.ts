import type { TmxReport } from '#shared/contract/memory.ts';

export interface TmxResult {
  type: 'result';
  report: TmxReport;
  position: number;
}
type TmxEvent = TmxResult | { type: 'progress'; doneBytes: number; totalBytes: number };

/** The events of a TMX file as the bar of progress understands them. */
export async function* countedInBytes(
  events: AsyncIterable<TmxEvent>,
): AsyncGenerator<TmxResult | { type: 'progress'; done: number; total: number }> {
  for await (const event of events) {
    yield event.type === 'result' ? event : { type: 'progress', done: event.doneBytes, total: event.totalBytes };
  }
}
