import { comparePlaces, followPlaced, loadPlacedTexts } from '../links/index.ts';
import { meetingTitles, perConnection, Register } from '../registers/index.ts';
import { type DecisionEntry, loadDecisions } from './repository.ts';

/** The register of decisions, newest meeting first. */
export const decisionsOf = perConnection((connection) => {
  const { idsAfter, affecting } = followPlaced('decision');
  return new Register<DecisionEntry>(connection, {
    idsAfter,
    affecting: { ...affecting, decision: 'entry_id' },
    load: loadDecisions,
    compare: comparePlaces(true),
    loadTexts: loadPlacedTexts,
    shared: [meetingTitles(connection, ({ meetingId }) => [meetingId])],
  });
});
