/*
 * An invented register for the benches: 20,000 people, 5,000 organisations and 200,000 entries are what the goals are
 * stated for. Nothing in it is real, and the same counts give the same rows on every machine.
 */
export { type EntryTextRow, generateEntryTexts } from './register/entry-texts.ts';
export { fillRegister, type RegisterRows } from './register/fill.ts';
export { generateOrganizations } from './register/organizations.ts';
export { generatePeople, plantedDuplicates } from './register/people.ts';
