import { useMemo } from 'react';
import { formatLocales } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';

const steps = [
  { unit: 'gigabyte', bytes: 1024 ** 3 },
  { unit: 'megabyte', bytes: 1024 ** 2 },
  { unit: 'kilobyte', bytes: 1024 },
  { unit: 'byte', bytes: 1 },
] as const;

/** Writes a number of bytes as people read it: «3.4 MB». */
export function useFileSize(): (bytes: number) => string {
  const locale = formatLocales[useUiLanguage()];
  return useMemo(() => {
    const formats = new Map(
      steps.map(({ unit }) => [
        unit,
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: unit === 'byte' ? 'long' : 'short',
          maximumSignificantDigits: 3,
          roundingPriority: 'morePrecision',
          maximumFractionDigits: 0,
        }),
      ]),
    );
    return (bytes) => {
      const step = steps.find((candidate) => bytes >= candidate.bytes) ?? steps[3];
      return formats.get(step.unit)?.format(bytes / step.bytes) ?? '';
    };
  }, [locale]);
}
