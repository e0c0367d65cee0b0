import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Encoding,
  type ExchangeKind,
  type ExchangePreview,
  type inspection,
  type PreviewRow,
} from '#shared/contract/exchange.ts';
import type { z } from 'zod';
import { api } from '../../app/api.ts';
import { flushAll } from '../../app/saving.ts';
import type { Mapping } from './fields.ts';
import { refuseTooLarge } from './too-large.ts';
import { type Stream, useStream } from './use-stream.ts';

export type Inspection = z.infer<typeof inspection>;
/** What is done with a suspected row; without a decision it is left out. */
export type Decision = 'create' | 'update' | 'skip';
export type Counts = ExchangePreview['counts'];

interface Source {
  file: File;
  kind: ExchangeKind;
  encoding?: Encoding;
}

export interface Import {
  file: File | null;
  encoding: Encoding | null;
  inspection: Inspection | null;
  isInspecting: boolean;
  /** Why the file cannot be read at all. */
  inspectionError: unknown;
  mapping: Mapping;
  preview: Stream<undefined, { type: 'result'; preview: ExchangePreview }>;
  decisions: ReadonlyMap<number, Decision>;
  run: Stream<undefined, { type: 'result'; counts: Counts; seq: number | null }>;
  choose: (file: File) => void;
  setEncoding: (encoding: Encoding) => void;
  map: (column: number, field: Mapping[number]) => void;
  decide: (rows: readonly PreviewRow[], decision: Decision) => void;
}

/** One import from the file to the result. Whatever is changed makes the later steps begin anew. */
export function useImport(kind: ExchangeKind): Import {
  const [source, setSource] = useState<Source | null>(null);
  const [chosenMapping, setChosenMapping] = useState<Mapping | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map());
  const inspecting = useMutation({ mutationFn: inspect });
  const read = inspecting.data;
  const mapping = chosenMapping ?? read?.columns.map(({ field }) => field) ?? [];

  const given = () => {
    if (source === null) throw new Error('no file');
    return { ...source, ...(read?.format !== 'vcard' && { mapping }) };
  };
  const preview = useStream((_: undefined, options) => api.exchange.preview(given(), options));
  const run = useStream(async (_: undefined, options) => {
    const decided = [...decisions].map(([line, fate]) => {
      const row = preview.result?.preview.rows.find((candidate) => candidate.line === line);
      return { line, fate, recordId: fate === 'update' ? (row?.record?.id ?? null) : null };
    });
    await flushAll();
    return api.exchange.import({ ...given(), decisions: decided }, options);
  });

  const startOver = (next: Source) => {
    setSource(next);
    setChosenMapping(null);
    forgetPreview();
    inspecting.mutate(next);
  };
  const forgetPreview = () => {
    preview.reset();
    run.reset();
    setDecisions(new Map());
  };

  return {
    file: source?.file ?? null,
    encoding: source?.encoding ?? read?.encoding ?? null,
    inspection: read ?? null,
    isInspecting: inspecting.isPending,
    inspectionError: inspecting.error,
    mapping,
    preview,
    decisions,
    run,
    choose: (file) => startOver({ file, kind }),
    setEncoding: (encoding) => source && startOver({ ...source, encoding }),
    map: (column, field) => {
      setChosenMapping(mapping.map((known, index) => (index === column ? field : known)));
      forgetPreview();
    },
    decide: (rows, decision) => {
      const fitting = decision === 'update' ? firstOfEachRecord(rows) : rows;
      setDecisions(new Map([...decisions, ...fitting.map(({ line }) => [line, decision] as const)]));
    },
  };
}

/** Two rows cannot both update one record, and a row that is only like another row has none to update. */
function firstOfEachRecord(rows: readonly PreviewRow[]): PreviewRow[] {
  const taken = new Set<string>();
  return rows.filter(({ record }) => {
    if (record === null || taken.has(record.id)) return false;
    taken.add(record.id);
    return true;
  });
}

async function inspect(source: Source): Promise<Inspection> {
  refuseTooLarge(source.file);
  return api.exchange.inspect(source);
}
