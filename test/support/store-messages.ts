/** A line of test/support/store-process.ts. `state`: what {@link digestState} answers for the records as they are. */
export type StoreAnswer =
  { kind: 'state'; state: string } | { kind: 'answer'; result?: unknown; code?: string; data?: unknown };

/** A file on its way to the store process, which reads lines of JSON. */
interface SentFile {
  $file: string;
  base64: string;
}

export const sendFile = (name: string, content: string | Uint8Array): SentFile => ({
  $file: name,
  base64: Buffer.from(content).toString('base64'),
});

const isSentFile = (value: unknown): value is SentFile =>
  typeof value === 'object' && value !== null && '$file' in value && 'base64' in value;

/** Makes files of what {@link sendFile} made, at the top level of an input. */
export function reviveInput(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const entries = Object.entries(input).map(([name, value]: [string, unknown]) => [
    name,
    isSentFile(value) ? new File([Buffer.from(value.base64, 'base64')], value.$file) : value,
  ]);
  return Object.fromEntries(entries) as unknown;
}
