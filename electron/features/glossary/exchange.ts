import type { GlossaryFormat, GlossaryPreview, ShownConcept } from '#shared/contract/glossary.ts';
import { termStatuses } from '#shared/contract/glossary.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { commitAt, type Context } from '../../context.ts';
import { lastChange } from '../../db/change-log.ts';
import { exporters } from '../../formats.ts';
import { startSlices } from '../../slices.ts';
import { joinTerms } from './cells.ts';
import { type GlossaryField, glossaryFields, readHeads, termField } from './columns.ts';
import { readGlossary } from './keep-current.ts';
import { type Plan, planImport, type Progress } from './plan.ts';
import type { Refusal } from './problem.ts';
import { type GlossaryFile, readGlossaryFile } from './read-file.ts';
import { insertConcept, updateConcept } from './repository.ts';

/** Every concept, linked ones with the names of the register, by the first term; heads in the language asked for. */
export async function exportGlossary(context: Context, format: GlossaryFormat, language: Language): Promise<File> {
  const heads = readHeads(language);
  const concepts = (await readGlossary(context.connection)).list();
  const rows: string[][] = [glossaryFields.map((field) => heads[field])];
  const slices = startSlices();
  for (const { concept } of concepts) {
    rows.push(toCells(concept));
    if (slices.areDue()) await slices.pause();
  }
  const bytes =
    format === 'xlsx'
      ? await (await import('../../exchange/xlsx.ts')).writeXlsx(rows)
      : await (await import('../../exchange/csv.ts')).writeCsv(rows, false);
  const { extension, mediaType } = exporters[format];
  const date = new Date(context.clock()).toISOString().slice(0, 10);
  return new File([bytes], `${date} glossary.${extension}`, { type: mediaType });
}

function toCells(concept: ShownConcept): string[] {
  const { id, area, definition, source, note, shownTerms } = concept;
  const values: Partial<Record<GlossaryField, string>> = { id, source, note };
  for (const language of languages) {
    values[`area_${language}`] = area[language];
    values[`definition_${language}`] = definition[language];
    for (const status of termStatuses) {
      values[termField(status, language)] = joinTerms(
        shownTerms.filter((term) => term.status === status && term.language === language).map(({ text }) => text),
      );
    }
  }
  return glossaryFields.map((field) => values[field] ?? '');
}

/** What an import would do; plans again where the glossary was changed meanwhile, so that it fits what is stored. */
async function* planRead(context: Context, read: GlossaryFile): AsyncGenerator<Progress, Plan | Refusal> {
  for (;;) {
    const index = await readGlossary(context.connection);
    const before = lastChange(context.connection);
    const concepts = index.list().map(({ concept }) => concept);
    const plan = yield* planImport(read, concepts, context.newId);
    const after = lastChange(context.connection);
    if (after.seq === before.seq && after.position === before.position) return plan;
  }
}

export async function* previewImport(
  context: Context,
  file: File,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, GlossaryPreview | Refusal> {
  const read = await readGlossaryFile(context.startHelper, file);
  if ('problems' in read) return read;
  const steps = planRead(context, read);
  for (;;) {
    const step = await steps.next();
    signal?.throwIfAborted();
    if (step.done === true) return 'problems' in step.value ? step.value : step.value.preview;
    yield step.value;
  }
}

/** One change set. `position` is 0 where there was nothing to write. */
export async function importGlossary(
  context: Context,
  file: File,
): Promise<{ counts: GlossaryPreview['counts']; position: number } | Refusal> {
  const read = await readGlossaryFile(context.startHelper, file);
  if ('problems' in read) return read;
  await context.backups.beforeImport();
  const steps = planRead(context, read);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  const plan = step.value;
  if ('problems' in plan) return plan;
  const { position } = commitAt(context, { name: 'glossary.import', label: file.name }, (write) => {
    for (const { stored, next } of plan.writes) {
      if (stored === null) insertConcept(write, next);
      else updateConcept(write, stored, next);
    }
  });
  return { counts: plan.preview.counts, position };
}
