import { ORPCError } from '@orpc/client';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { tmxLimits, type TmxProblem } from '#shared/contract/memory.ts';
import { useFormat } from '../../app/format.ts';
import { RefusedFile } from '../exchange/index.ts';

const problemKeys = {
  too_large: 'problem.too_large',
  empty: 'problem.empty',
  not_xml: 'problem.not_xml',
  not_tmx: 'problem.not_tmx',
  doctype: 'problem.doctype',
  no_units: 'problem.no_units',
  too_many_units: 'problem.too_many_units',
  control_character: 'problem.control_character',
  too_long: 'problem.too_long',
} as const satisfies Record<TmxProblem['code'], string>;

/** Why a TMX file was not taken, every problem with its line. */
export function TmxRefusal({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const limits = {
    megabytes: format.number(tmxLimits.bytes / 1024 / 1024),
    units: format.number(tmxLimits.units),
  };
  const problems = problemsOf(error).map(({ code, line, detail }) => ({
    place: line === 0 ? null : t('problem.line', { line: format.number(line) }),
    text: t(problemKeys[code], { detail, ...limits }),
  }));
  return <RefusedFile error={error} problems={problems} />;
}

function problemsOf(error: unknown): TmxProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'TMX_REFUSED') return [];
  return (error.data as { problems: TmxProblem[] }).problems;
}

/** Throws what the back end would answer: a file that is refused for its size need not travel first. */
export function refuseTooLargeTmx(file: File): void {
  if (file.size <= tmxLimits.bytes) return;
  const problem: TmxProblem = { code: 'too_large', line: 0, detail: '' };
  throw new ORPCError('TMX_REFUSED', { defined: true, data: { problems: [problem] } });
}
