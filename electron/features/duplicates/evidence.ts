import type { duplicateEvidence } from '#shared/contract/duplicates.ts';
import { splitValues } from './join-fields.ts';

export type Evidence = (typeof duplicateEvidence)[number];

/** What is known of a record beside its names, ready to compare. */
export interface Facts {
  emails: readonly string[];
  phones: readonly string[];
  organizationIds: readonly string[];
  cities: readonly string[];
  country: string;
}

export const noFacts: Facts = { emails: [], phones: [], organizationIds: [], cities: [], country: '' };

/** How far a fact moves the score of two names; chosen so that a shared mailbox lifts a `possible` over one without. */
const weights: Record<Evidence, number> = {
  same_email: 0.1,
  same_phone: 0.08,
  same_organization: 0.05,
  same_city: 0.03,
  other_country: -0.1,
};

export function findEvidence(a: Facts, b: Facts): Evidence[] {
  const found: Evidence[] = [];
  if (haveCommon(a.emails, b.emails)) found.push('same_email');
  if (haveCommon(a.phones, b.phones)) found.push('same_phone');
  if (haveCommon(a.organizationIds, b.organizationIds)) found.push('same_organization');
  if (haveCommon(a.cities, b.cities)) found.push('same_city');
  if (a.country !== '' && b.country !== '' && a.country !== b.country) found.push('other_country');
  return found;
}

/** The place in the queue; the verdict stays that of the names. */
export function weigh(score: number, evidence: readonly Evidence[]): number {
  const weighed = evidence.reduce((sum, fact) => sum + weights[fact], score);
  return Math.round(Math.min(1, Math.max(0, weighed)) * 1000) / 1000;
}

export const readEmails = (field: string): string[] => splitValues(field).map((email) => email.toLowerCase());

/** The last ten digits: with or without +7, 8, 86. Fewer than seven are an extension, not a number. */
export function readPhones(field: string): string[] {
  return splitValues(field)
    .map((phone) => phone.replace(/\D/gu, '').slice(-10))
    .filter((digits) => digits.length >= 7);
}

const haveCommon = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && a.some((value) => b.includes(value));
