import { ORPCError } from '@orpc/client';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import { exchangeLimits } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import { useEncodings } from './encodings.ts';
import { RefusedFile } from './refused-file.tsx';

const problemKeys = {
  too_large: 'problem.too_large',
  too_many_rows: 'problem.too_many_rows',
  too_many_columns: 'problem.too_many_columns',
  empty: 'problem.empty',
  unknown_format: 'problem.unknown_format',
  broken_encoding: 'problem.broken_encoding',
  broken_csv: 'problem.broken_csv',
  broken_xlsx: 'problem.broken_xlsx',
  broken_vcard: 'problem.broken_vcard',
  control_character: 'problem.control_character',
  too_long: 'problem.too_long',
  wrong_value: 'problem.wrong_value',
  no_name: 'problem.no_name',
  unknown_id: 'problem.unknown_id',
  duplicate_id: 'problem.duplicate_id',
  nothing_mapped: 'problem.nothing_mapped',
  wrong_decision: 'problem.wrong_decision',
} as const satisfies Record<ExchangeProblem['code'], string>;

/** Why a file was not taken, every problem with its place. */
export function Refusal({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const encodings = useEncodings();
  const limits = {
    megabytes: format.number(exchangeLimits.bytes / 1024 / 1024),
    rows: format.number(exchangeLimits.rows),
    columns: format.number(exchangeLimits.columns),
  };
  const placeOf = ({ line, column }: ExchangeProblem) => {
    if (line === 0) return null;
    const numbers = { line: format.number(line), column: format.number(column) };
    return column === 0 ? t('place.line', numbers) : t('place.lineAndColumn', numbers);
  };
  const detailOf = ({ detail }: ExchangeProblem) => encodings.find(({ id }) => id === detail)?.label ?? detail;
  const problems = problemsOf(error).map((problem) => ({
    place: placeOf(problem),
    text: t(problemKeys[problem.code], { detail: detailOf(problem), ...limits }),
  }));
  return <RefusedFile error={error} problems={problems} />;
}

/** The reasons of a refused file; none for any other error. */
export function problemsOf(error: unknown): ExchangeProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'EXCHANGE_REFUSED') return [];
  return (error.data as { problems: ExchangeProblem[] }).problems;
}
