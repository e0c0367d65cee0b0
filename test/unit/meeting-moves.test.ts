import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  choiceTo,
  isLocked,
  meetingMoves,
  type MeetingStage,
  meetingStatuses,
  moveNames,
  movesFrom,
  stageAfter,
} from '#shared/domain/meeting-moves.ts';
import { projectFolder } from '../support/project-folder.ts';

const nameOf = ({ status, isAmending }: MeetingStage): string => `${status}${isAmending ? ' (amending)' : ''}`;

/** Every stage that a planned meeting can come to. */
function reachableStages(): MeetingStage[] {
  const found = new Map<string, MeetingStage>();
  const pending: MeetingStage[] = [{ status: 'planned', isAmending: false }];
  for (let stage = pending.pop(); stage !== undefined; stage = pending.pop()) {
    if (found.has(nameOf(stage))) continue;
    found.set(nameOf(stage), stage);
    for (const move of movesFrom(stage)) {
      const next = stageAfter(stage, move.name, move.to);
      if (next !== undefined) pending.push(next);
    }
  }
  return [...found.values()];
}

describe('the life of a meeting', () => {
  test('reaches every state, and an amendment only in the two states where a text can change', () => {
    const stages = reachableStages();
    expect(new Set(stages.map(({ status }) => status))).toEqual(new Set(meetingStatuses));
    expect(
      stages
        .filter(({ isAmending }) => isAmending)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['circulated', 'draft']);
  });

  test.each(reachableStages().map((stage) => [nameOf(stage), stage] as const))(
    'there is a way on from %s',
    (_name, stage) => {
      const moves = movesFrom(stage);
      expect(moves.length).toBeGreaterThan(0);
      // One move, one result: its name and where it leads say which it is.
      expect(new Set(moves.map(({ name, to }) => `${name} ${to}`)).size).toBe(moves.length);
      // What the user may choose is told apart by where it leads alone.
      const choices = moves.filter(({ by }) => by === 'choice');
      expect(choices.map(({ to }) => choiceTo(stage, to))).toEqual(choices);
    },
  );

  test('every stage can come to agreed minutes, and locked ones are opened by an amendment only', () => {
    const stages = reachableStages();
    const canAgree = new Set(stages.filter(({ status }) => isLocked(status)).map(nameOf));
    for (let count = -1; count !== canAgree.size;) {
      count = canAgree.size;
      for (const stage of stages) {
        const next = movesFrom(stage).map((move) => stageAfter(stage, move.name, move.to));
        if (next.some((after) => after !== undefined && canAgree.has(nameOf(after)))) canAgree.add(nameOf(stage));
      }
    }
    expect(canAgree).toEqual(new Set(stages.map(nameOf)));
    for (const stage of stages.filter(({ status }) => isLocked(status))) {
      expect(movesFrom(stage).map(({ name }) => name)).toEqual(['amend']);
    }
  });

  test('uses every name, and nothing leads out of a state that is not named', () => {
    expect(new Set(meetingMoves.map(({ name }) => name))).toEqual(new Set(moveNames));
    expect(stageAfter({ status: 'agreed', isAmending: false }, 'end', 'draft')).toBeUndefined();
    expect(stageAfter({ status: 'draft', isAmending: true }, 'resume', 'live')).toBeUndefined();
  });
});

describe('README', () => {
  const [, chapter = ''] = readFileSync(join(projectFolder, 'README.md'), 'utf8').split('### States of a meeting\n');
  const [section = ''] = chapter.split(/^#{1,3} /mu);

  test('has the table of moves, row by row', () => {
    const rows = section.split('\n').filter((row) => row.startsWith('|'));
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.slice(2)).toEqual(meetingMoves.map(({ from, name, to, by }) => [from, name, to, by]));
    expect(cells[0]).toEqual(['from', 'move', 'to', 'by']);
  });

  test('draws the same moves', () => {
    const drawn = Array.from(section.matchAll(/^ {2}(\S+) --> (\S+): (\S+)$/gmu), ([, from, to, name]) => ({
      from,
      to,
      name,
    }));
    const expected = meetingMoves.map(({ from, to, name, amending }) => ({
      from: amending === 'closes' ? 'amending' : from,
      to: amending === 'opens' ? 'amending' : to,
      name,
    }));
    const once = (moves: object[]): string[] => [...new Set(moves.map((move) => JSON.stringify(move)))].sort();
    expect(once(drawn)).toEqual(once(expected));
    expect(section).toContain('[*] --> planned');
  });
});
