/** The data file in the zip that may leave the laptop; stored as it is. */
export const packedName = 'trilogue.db';

/** The comment at the end of the zip: the SHA-256 (lower-case hex) of every byte before it. */
export const packComment = (sha256: string): string => `trilogue-backup sha256:${sha256}`;

export const packCommentBytes = packComment('0'.repeat(64)).length;
