import { chooseText } from '#shared/domain/language.ts';
import { toFileName } from '#shared/domain/file-name.ts';
import type { Context } from '../../context.ts';
import { closeTmx, openTmx, writeUnit } from '../../exchange/tmx-write.ts';
import { exporters } from '../../formats.ts';
import { startSlices } from '../../slices.ts';
import { blockOf, describeUnits, listUnitsAfter, listVisibleBlocks } from './repository.ts';

const unitsAtOnce = 100;
const pieceBytes = 1024 ** 2;

/**
 * TMX 1.4b of all units, or of one meeting's, over a memory that is up to date. Collected in pieces of a megabyte
 * outside the heap of the program, so that what it takes is the size of the file.
 */
export async function exportTmx(
  { connection, clock, version }: Context,
  meeting: { id: string; date: string; title: string } | null,
): Promise<File> {
  const slices = startSlices();
  const visible = new Set<number | null>([null, ...listVisibleBlocks(connection)]);
  const pieces: Blob[] = [];
  let text = openTmx(version, clock());
  for (let after = 0; ;) {
    const units = listUnitsAfter(connection, after, unitsAtOnce, meeting?.id ?? null);
    const last = units.at(-1);
    if (last === undefined) break;
    after = last.id;
    const shown = units.filter(({ id }) => visible.has(blockOf(id)));
    describeUnits(connection, shown).forEach((unit, index) => {
      const title = unit.meeting === null ? '' : chooseText(unit.meeting.title, 'en').text;
      text += writeUnit({ texts: unit.texts, date: shown[index]?.date ?? '', meeting: title });
    });
    if (text.length > pieceBytes) {
      pieces.push(new Blob([text]));
      text = '';
    }
    if (slices.areDue()) await slices.pause();
  }
  pieces.push(new Blob([text + closeTmx]));
  const day = new Date(clock()).toISOString().slice(0, 10);
  const name = meeting === null ? `${day} Translation memory.tmx` : `${meeting.date} ${meeting.title}.tmx`;
  return new File(pieces, toFileName(name), { type: exporters.tmx.mediaType });
}
