import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AttendanceField, AttendanceRow } from '#shared/contract/attendance-import.ts';
import type { Encoding } from '#shared/contract/exchange.ts';
import { api } from '../../../../app/api.ts';
import { flushAll } from '../../../../app/saving.ts';
import { type ChosenFile, refuseTooLarge, type Stream, useStream } from '../../../exchange/index.ts';
import { type Decision, firstOfEachPerson, listDecisions } from './decisions.ts';

interface Source {
  file: File;
  encoding?: Encoding;
}

export interface Preview {
  type: 'result';
  counts: Record<AttendanceRow['fate'], number>;
  rows: AttendanceRow[];
}

export interface AttendanceImport extends ChosenFile {
  /** Empty for a vCard. */
  columns: readonly { header: string; samples: readonly string[] }[];
  mapping: readonly (AttendanceField | null)[];
  map: (column: number, field: AttendanceField | null) => void;
  preview: Stream<undefined, Preview>;
  decisions: ReadonlyMap<number, Decision>;
  decide: (rows: readonly AttendanceRow[], decision: Decision) => void;
  run: {
    isRunning: boolean;
    result: { added: number; position: number } | null;
    error: unknown;
    start: () => void;
    cancel: () => void;
  };
}

/** One list from the file to the meeting. Whatever is changed makes the later steps begin anew. */
export function useAttendanceImport(meetingId: string): AttendanceImport {
  const [source, setSource] = useState<Source | null>(null);
  const [chosenMapping, setChosenMapping] = useState<readonly (AttendanceField | null)[] | null>(null);
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map());
  const inspecting = useMutation({ mutationFn: inspect });
  const read = inspecting.data;
  const mapping = chosenMapping ?? read?.columns.map(({ field }) => field) ?? [];

  const given = () => {
    if (source === null) throw new Error('no file');
    return { meetingId, ...source, ...(mapping.length > 0 && { mapping: [...mapping] }) };
  };
  const preview = useStream<undefined, Preview>((_, options) => api.attendanceImport.preview(given(), options));
  const running = useRef<AbortController | null>(null);
  const importing = useMutation({
    mutationFn: async (signal: AbortSignal) => {
      await flushAll();
      const rows = preview.result?.rows ?? [];
      return api.attendanceImport.import({ ...given(), decisions: listDecisions(rows, decisions) }, { signal });
    },
  });

  const forgetPreview = () => {
    preview.reset();
    importing.reset();
    setDecisions(new Map());
  };
  const startOver = (next: Source) => {
    setSource(next);
    setChosenMapping(null);
    forgetPreview();
    inspecting.mutate(next);
  };
  return {
    file: source?.file ?? null,
    encoding: source?.encoding ?? read?.encoding ?? null,
    inspection: read ?? null,
    isInspecting: inspecting.isPending,
    inspectionError: inspecting.error,
    choose: (file) => startOver({ file }),
    setEncoding: (encoding) => source && startOver({ ...source, encoding }),
    columns: read?.columns ?? [],
    mapping,
    map: (column, field) => {
      setChosenMapping(mapping.map((known, index) => (index === column ? field : known)));
      forgetPreview();
    },
    preview,
    decisions,
    decide: (rows, decision) => {
      const fitting = decision === 'known' ? firstOfEachPerson(rows, preview.result?.rows ?? [], decisions) : rows;
      setDecisions(new Map([...decisions, ...fitting.map(({ line }) => [line, decision] as const)]));
    },
    run: {
      isRunning: importing.isPending,
      result: importing.data ?? null,
      error: importing.error,
      start: () => {
        running.current = new AbortController();
        importing.mutate(running.current.signal);
      },
      cancel: () => {
        running.current?.abort();
        importing.reset();
      },
    },
  };
}

type Inspection = Awaited<ReturnType<typeof api.attendanceImport.inspect>>;

async function inspect(source: Source): Promise<Inspection> {
  refuseTooLarge(source.file);
  return api.attendanceImport.inspect(source);
}
