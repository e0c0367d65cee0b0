import type { BundleChoice } from '#shared/contract/bundles.ts';
import type { Client } from './backend.ts';

export async function makeBundle(
  client: Client,
  meetingIds: string[],
  passphrase: string | null = null,
): Promise<File> {
  for await (const event of await client.bundles.create({ meetingIds, passphrase })) {
    if (event.type === 'result') return client.bundles.download({ id: event.id });
  }
  throw new Error('no bundle came');
}

/** Looks at a bundle and takes it in, each meeting by the same choice where that is possible. */
export async function takeBundle(
  client: Client,
  file: File,
  wanted: BundleChoice | null = null,
  passphrase: string | null = null,
) {
  const preview = await client.bundles.preview({ file, passphrase });
  const choices = preview.meetings.flatMap(({ meetingId, choices: possible }) =>
    wanted !== null && possible.includes(wanted) ? [{ meetingId, choice: wanted }] : [],
  );
  return { preview, result: await client.bundles.import({ id: preview.id, choices }) };
}
