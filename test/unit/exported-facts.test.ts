import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { languages } from '#shared/domain/language.ts';
import { makeSharedFolder } from '../support/backend.ts';
import { expectedText, factMaps } from '../support/fact-map.ts';
import { projectFolder } from '../support/project-folder.ts';
import { readDocxBody, readPdfBody, squash } from '../support/read-documents.ts';
import { runCli } from '../support/run-cli.ts';

interface Exported {
  path: string;
  format: 'pdf' | 'docx';
  languages: string[];
  pages: number | null;
}

/** What follows a text that stands in for a missing one. */
const markOpening = /^[[［〔（(]/u;

describe.each(factMaps)('the minutes of $file', ({ meeting, file, facts }) => {
  const folder = makeSharedFolder();
  const record = JSON.parse(readFileSync(join(projectFolder, 'resources/sample', file), 'utf8')) as MeetingRecord;
  let exported: Exported[] = [];

  beforeAll(async () => {
    await runCli(['sample', '--data', folder]);
    const { stdout, stderr } = await runCli([
      'export',
      'minutes',
      '--data',
      folder,
      '--meeting',
      meeting,
      '--out',
      join(folder, 'out'),
    ]);
    expect(stderr).toBe('');
    exported = JSON.parse(stdout) as Exported[];
  });

  test.each(
    languages.flatMap((language) => [
      { language, format: 'pdf' as const },
      { language, format: 'docx' as const },
    ]),
  )('hold every fact of the source: $language, $format', async ({ language, format }) => {
    const found = exported.find((candidate) => candidate.format === format && candidate.languages[0] === language);
    const bytes = readFileSync(found?.path ?? '');
    const body = format === 'pdf' ? await readPdfBody(bytes) : readDocxBody(bytes);
    const missing: string[] = [];
    const unmarked: string[] = [];
    for (const binding of facts) {
      const { text, isFallback } = expectedText(record, binding, language);
      // An office that the report does not name stays open; nothing is printed for it.
      if (text === '') continue;
      const wanted = squash(text);
      const places = [...indexesOf(body, wanted)];
      if (places.length === 0) missing.push(`${binding.fact} ${binding.kind}: ${text}`);
      else if (
        isFallback &&
        binding.words === undefined &&
        !places.some((place) => markOpening.test(body.slice(place + wanted.length)))
      ) {
        unmarked.push(`${binding.fact} ${binding.kind}: ${text}`);
      }
    }
    expect({ missing, unmarked }).toEqual({ missing: [], unmarked: [] });
  });
});

function* indexesOf(body: string, wanted: string): Generator<number> {
  for (let index = body.indexOf(wanted); index >= 0; index = body.indexOf(wanted, index + 1)) yield index;
}
