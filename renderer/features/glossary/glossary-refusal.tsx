import { ORPCError } from '@orpc/client';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryLimits, type GlossaryProblem } from '#shared/contract/glossary.ts';
import { useFormat } from '../../app/format.ts';
import { RefusedFile } from '../exchange/index.ts';
import { useColumnNames } from './column-names.ts';

const problemKeys = {
  too_large: 'problem.too_large',
  too_many_rows: 'problem.too_many_rows',
  empty: 'problem.empty',
  unknown_format: 'problem.unknown_format',
  broken_encoding: 'problem.broken_encoding',
  broken_csv: 'problem.broken_csv',
  broken_xlsx: 'problem.broken_xlsx',
  unknown_columns: 'problem.unknown_columns',
  control_character: 'problem.control_character',
  too_long: 'problem.too_long',
  wrong_status: 'problem.wrong_status',
  wrong_language: 'problem.wrong_language',
  no_term: 'problem.no_term',
  duplicate_id: 'problem.duplicate_id',
  linked_term: 'problem.linked_term',
} as const satisfies Record<GlossaryProblem['code'], string>;

/** Why a glossary file was not taken, every problem with its line. */
export function GlossaryRefusal({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const columnName = useColumnNames();
  const limits = {
    megabytes: format.number(glossaryLimits.bytes / 1024 / 1024),
    concepts: format.number(glossaryLimits.concepts),
  };
  const placeOf = ({ line, column }: GlossaryProblem) => {
    if (line === 0) return null;
    const number = format.number(line);
    return column === ''
      ? t('problem.line', { line: number })
      : t('problem.lineAndColumn', { line: number, column: columnName(column) });
  };
  const problems = problemsOf(error).map((problem) => ({
    place: placeOf(problem),
    text: t(
      problem.code === 'unknown_columns' && problem.column === '' ? 'problem.no_columns' : problemKeys[problem.code],
      { detail: problem.detail, ...limits },
    ),
  }));
  return <RefusedFile error={error} problems={problems} />;
}

function problemsOf(error: unknown): GlossaryProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'GLOSSARY_REFUSED') return [];
  return (error.data as { problems: GlossaryProblem[] }).problems;
}

/** Throws what the back end would answer: a file that is refused for its size need not travel first. */
export function refuseTooLargeGlossary(file: File): void {
  if (file.size <= glossaryLimits.bytes) return;
  const problem: GlossaryProblem = { code: 'too_large', line: 0, column: '', detail: '' };
  throw new ORPCError('GLOSSARY_REFUSED', { defined: true, data: { problems: [problem] } });
}
