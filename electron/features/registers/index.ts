/**
 * What the registers of actions, decisions, proposals and agreements share. A register keeps its records in memory as
 * small entries (ids, keys, dates, states), follows the changes, and cuts pages from them; rows are then composed from
 * the data folder for that page alone.
 *
 * ```ts
 * const registerOf = perConnection((connection) => new Register<Entry>(connection, kind));
 * const cut = await registerOf(connection).page({ key: JSON.stringify(view), text, keep, groupsOf, offset, limit });
 * return composePage(cut, (entries) => composeRows(connection, entries), (groupIds) => composeHeads(connection, groupIds));
 * ```
 */
export { composePage } from './compose.ts';
export { createInterner, type Followed, type FollowedKind, Follower, type Leading, perConnection } from './follower.ts';
export { meetingsOf, type MeetingEntry, meetingTitles, referenceTo } from './meetings.ts';
export { entryIdsByMeeting, numbersOf } from './numbers.ts';
export { Register, type RegisterCut, type RegisterKind, type RegisterView } from './register.ts';
export { foldTexts, type SharedTexts } from './texts.ts';
