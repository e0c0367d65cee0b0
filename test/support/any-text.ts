import fc from 'fast-check';

/** Any UTF-16 text, lone surrogates included. */
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

/** Text of the letters that the names library knows, long and repetitive: what an exponential search would hang on. */
const nameLetters = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('aeinguohxzjyü’- 1')), maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...Array.from('аэйнуоцзьъиюжчшхв-́')), maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...Array.from('长单于曾欧阳重行　·乐')), maxLength: 200 }),
);

export const anyText = fc.oneof(anyUnits, fc.string({ unit: 'binary' }), nameLetters);
