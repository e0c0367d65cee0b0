/** The consistency check: what a translation says otherwise than its source, or writes otherwise than its language does. */
export { checkTexts, type CheckedText } from './check.ts';
export type { Finding } from './finding.ts';
export {
  buildNameRegister,
  type NameRegister,
  type RegisteredOrganization,
  type RegisteredPerson,
} from './register.ts';
export { overlaps } from './text.ts';
