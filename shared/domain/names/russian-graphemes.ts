/*
 * How Russian letters are written in Latin (standards, B3: the eight schemes and the variant classes), read backwards.
 * A sound is one symbol: capitals for those without a Latin letter of their own. Z ж, Q ц, C ч, S ш, W щ, A я, U ю.
 * Several sounds after a spelling are alternatives, the likeliest first.
 */
export type Graphemes = ReadonlyMap<string, readonly string[]>;

const read = (table: string): Graphemes =>
  new Map(
    table
      .trim()
      .split(/\s*\n\s*/u)
      .map((line): [string, string[]] => {
        const [spelling = '', ...sounds] = line.split(/\s+/u);
        return [spelling, sounds];
      }),
  );

/** Cyrillic, with the Ukrainian and Belarusian letters that stand in the same registers. «тс», «дс» sound as ц, «сч» as щ. */
export const cyrillicSounds: Graphemes = new Map([
  ...read('тс Q\nтц Q\nдц Q\nтч C\nдч C\nсч W\nзч W\nдск Qk'),
  ...[...'аaбbвvгgдdеeёeжZзzиiйiкkлlмmнnоoпpрrсsтtуuфfхhцQчCшSщWыiэeюUяAіiїiєeґgўu'.matchAll(/(.)(.)/gu)].map(
    ([, letter = '', sound = '']): [string, string[]] => [letter, [sound]],
  ),
]);

/** The readings that need no evidence: ICAO 9303, BGN/PCGN, GOST 7.79, ISO 9, scholarly, ALA-LC and the English press. */
export const commonGraphemes: Graphemes = read(`
  schtsch W
  stsch W
  chtch W
  shtch W
  shch W
  shh W
  šč W
  ŝ W
  ŝč W
  sch W S
  tsch C
  tch C
  ch C
  č C
  sh S
  š S
  zh Z
  ž Z
  kh h
  ts Q
  tz Q
  tc Q
  cz Q
  c Q k
  ck k Qk
  dsk Qk
  ph f
  th t
  w v
  x ks h
  q k
  qu k
  gue ge
  gui gi
  ya A
  ia A
  ja A
  â A
  yu U
  iu U
  ju U
  û U
  you U
  iou U
  ou u ou
  ye e
  ie e
  je e
  yo e io
  jo e io
  io io e
  ieia A eA
  ieiu U eU
  iee e ee
  y i
  j i
`);

/** A habit of spelling of another language, and what in a name gives it away. */
export interface Convention {
  evidence: RegExp;
  graphemes: Graphemes;
}

export const conventions: readonly Convention[] = [
  {
    // German: Kusnezow, Schukow, Chruschtschow, Sacharow
    evidence: /w|sch|\bje|ff$/u,
    graphemes: read(`
      z Q
      s s z
      sch S Z W
      schtsch W
      tsch C
      ch h
      ss s
      st st St
      dsch dZ`),
  },
  {
    // French: Poutine, Joukov, Pouchkine, Khrouchtchev, Chostakovitch
    evidence: /ou|tch|[ïéè]|[iy]ne\b|ff$/u,
    graphemes: read(`
      ch S
      j Z
      ja Za
      je Ze
      jo Zo
      ju Zu
      jou Zu
      ine$ in
      yne$ in
      ss s
      c k`),
  },
  {
    // Spanish: Jruschov, Mijaíl, Serguéi
    evidence: /[áéíóú]|\bj[^aeiouyáéíóúû]/u,
    graphemes: read(`
      j h
      ja ha
      je he
      jo ho
      ju hu
      sch W
      ll l`),
  },
  {
    // scholarly and Czech: Chruščev, Michail
    evidence: /[čšžěĭ]/u,
    graphemes: read(`
      ch h
      x h
      c Q`),
  },
  {
    // Polish: Szewczenko, Kuzniecow
    evidence: /sz|rz|[łńśżó]|cz/u,
    graphemes: read(`
      szcz W
      sz S
      cz C
      ch h
      ż Z
      rz r
      w v
      z z`),
  },
];
