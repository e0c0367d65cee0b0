export { AreaField } from './area-field.tsx';
export { AreaNames } from './area-names.tsx';
export { AreasButton } from './areas-dialog.tsx';
export { LinkedRecords } from './linked-records.tsx';
export { RecordField } from './record-field.tsx';
export { recordHref } from './record-href.ts';
export { RecordLink } from './record-link.tsx';
export { RecordPicker } from './record-picker.tsx';
export { RecordState } from './record-state.tsx';
export {
  actionStatusKeys,
  agreementStandingKeys,
  decisionStateKeys,
  proposalStageKeys,
  useStateWords,
} from './record-words.ts';
