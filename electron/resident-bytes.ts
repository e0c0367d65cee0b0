import { readFile } from 'node:fs/promises';

/** Every Linux that Node 24 runs on has 4 KiB pages, save some ARM machines, where a cap then merely acts later. */
const linuxPageBytes = 4096;

/** Resident memory of a process, from Linux's /proc; null elsewhere, or when the process is gone. */
export async function residentBytes(pid: number | undefined): Promise<number | null> {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    const fields = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return Number(fields[1]) * linuxPageBytes;
  } catch {
    return null;
  }
}
