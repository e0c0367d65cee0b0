/** Custom property that names the hand-over; kept by Word, LibreOffice and WPS, unseen by whoever only writes. */
export const handOverProperty = 'TrilogueHandOver';
