import type { Language } from '#shared/domain/language.ts';

/*
 * What the three reports say was proposed, agreed and signed, in their own words, by the numbers under which fact-map.ts
 * knows it.
 */

export interface ProposalFact {
  fact: string;
  /** Who made it. */
  by: string;
  /** Words of the funding model; empty: none is named. */
  funding: string;
  /** Who would take part, as far as the report names them. */
  partners: string[];
  areas: string[];
  /** The decision as which it was adopted at the same meeting. */
  adoptedAs?: string;
}

export interface DecisionFact {
  fact: string;
  /** Words of it in English. */
  words: string;
  /** Whom the report names: both sides, or an organisation; they own the action, where there is one. */
  owners: string[] | null;
  areas: string[];
}

export interface SignedFact {
  fact: string;
  kind: string;
  parties: string[];
  date: string;
  several: boolean;
}

export interface FollowUpFacts {
  meeting: string;
  /** The language of the report, in which areas are named. */
  language: Language;
  proposals: ProposalFact[];
  decisions: DecisionFact[];
  signed: SignedFact[];
  /** Areas that the report names; all of them belong to the meeting. */
  areas: string[];
  /** Words of each funding model, and the proposal or decision that it belongs to. */
  fundingModels: [words: string, fact: string][];
}

const jitri = 'Jiangsu Industrial Technology Research Institute';
const spbrc = 'St. Petersburg Research Center of the Russian Academy of Sciences';
const sbras = 'Siberian Branch of the Russian Academy of Sciences';
const both = ['Chinese side', 'Russian side'];

export const followUpFacts: FollowUpFacts[] = [
  {
    meeting: '01a0f67a-5f10-7f90-b5b8-dae498fcd789',
    language: 'en',
    proposals: [
      {
        fact: 'M0.proposal.1',
        by: 'Hu Yidong',
        funding: 'financial pool model',
        partners: [jitri, spbrc],
        areas: ['Fundamental science', 'Applied science'],
        adoptedAs: 'M0.decision.1',
      },
      {
        fact: 'M0.proposal.2',
        by: 'Orlova Marina Ivanovna',
        funding: '“Neighbourhood” models of the Baltic Sea region',
        partners: [],
        areas: [
          'Materials and environment',
          'Nature protection',
          'Biomedical sciences',
          'Telecommunications',
          'Transport',
        ],
      },
      {
        fact: 'M0.proposal.3',
        by: 'Orlova Marina Ivanovna',
        funding: '',
        partners: [spbrc],
        areas: ['Fundamental science', 'Applied science'],
      },
    ],
    decisions: [
      { fact: 'M0.decision.1', words: 'improve its personnel and tasks', owners: both, areas: [] },
      {
        fact: 'M0.decision.2',
        words: 'materials, energy and environmental protection',
        owners: null,
        areas: ['Materials', 'Energy', 'Environmental protection'],
      },
      { fact: 'M0.decision.3', words: 'international cooperation funding pool', owners: [jitri], areas: [] },
      { fact: 'M0.decision.4', words: 'joint doctoral training projects', owners: null, areas: [] },
      {
        fact: 'M0.decision.5',
        words: 'Sino-Russian intergovernmental industrial cooperation and fund projects',
        owners: both,
        areas: ['Industrialisation of technology'],
      },
      { fact: 'M0.decision.6', words: 'coordinating centre for the Russian side', owners: [spbrc], areas: [] },
      { fact: 'M0.decision.7', words: 'Institute of Oceanography', owners: null, areas: [] },
    ],
    signed: [],
    areas: [
      'Materials',
      'Energy',
      'Environmental protection',
      'Materials and environment',
      'Nature protection',
      'Biomedical sciences',
      'Telecommunications',
      'Transport',
      'Fundamental science',
      'Applied science',
      'Industrialisation of technology',
    ],
    fundingModels: [
      ['financial pool model', 'M0.proposal.1'],
      ['international cooperation funding pool', 'M0.decision.3'],
      ['joint doctoral training projects', 'M0.decision.4'],
      ['Sino-Russian intergovernmental industrial cooperation and fund projects', 'M0.decision.5'],
      ['“Neighbourhood” models', 'M0.proposal.2'],
      ['Big Investment Projects', 'M0.proposal.2'],
    ],
  },
  {
    meeting: '01a0f67a-ad30-7746-88ae-df08de0b016b',
    language: 'ru',
    proposals: [
      {
        fact: 'M2.proposal.1',
        by: 'Hu Yidong',
        funding: 'highly qualified staff, investment and business space',
        partners: [jitri],
        areas: ['Новые материалы'],
      },
    ],
    decisions: [],
    signed: [],
    areas: [
      'Новые материалы',
      'Энергия и экология',
      'Информационные технологии',
      'Производство оборудования',
      'Биомедицина',
      'Обмен кадрами',
    ],
    fundingModels: [['highly qualified staff, investment and business space', 'M2.proposal.1']],
  },
  {
    meeting: '01a0f67a-d440-7a5e-b7bd-c1ea4e167542',
    language: 'en',
    proposals: [
      {
        fact: 'M3.proposal.1',
        by: 'Zhang Zhijun',
        funding: '',
        partners: ['Changchun Hi-tech Industry Development Zone', sbras],
        areas: [],
      },
      {
        fact: 'M3.proposal.2',
        by: 'Zhang Zhijun',
        funding: '',
        partners: [],
        areas: [
          'New materials',
          'Optoelectronic information',
          'Automation',
          'Intelligent machines',
          'Putting scientific findings into practice',
        ],
      },
      {
        fact: 'M3.proposal.3',
        by: 'Zhang Zhijun',
        funding: '',
        partners: [sbras, 'Science City of Novosibirsk'],
        areas: [],
      },
    ],
    decisions: [],
    signed: [
      {
        fact: 'M3.document.1',
        kind: 'minutes_of_talks',
        parties: ['People’s Government of Changchun City', sbras],
        date: '2021-03-26',
        several: false,
      },
      {
        fact: 'M3.document.2',
        kind: 'agreement',
        parties: ['Changchun China-Russia Sci-Tech Park Co., Ltd.', 'Counterparts in Russia (not named)'],
        date: '2021-03-26',
        several: true,
      },
    ],
    areas: [
      'New materials',
      'Optoelectronic information',
      'Automation',
      'Intelligent machines',
      'Putting scientific findings into practice',
    ],
    fundingModels: [],
  },
];
