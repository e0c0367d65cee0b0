export { AreaField } from './area-field.tsx';
export { AreaNames } from './area-names.tsx';
export { AreasButton } from './areas-dialog.tsx';
export { LinkedRecords } from './linked-records.tsx';
export { ReportDialog } from './report-dialog.tsx';
export { RecordField } from './record-field.tsx';
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
export { attempt } from './attempt.ts';
export { DetailPart, DetailParts } from './detail-part.tsx';
export { FilterMenu, GroupingMenu } from './filter-menu.tsx';
export { MeetingLink } from './meeting-link.tsx';
export { RecordSource, RecordTexts } from './record-source.tsx';
export { useAreaChoices, useGroupChoices } from './use-filter-choices.ts';
export { sharedGroup } from './shared-group.ts';
export { HistoryList } from './history-list.tsx';
export { ReportFields } from './report-fields.tsx';
export { emptyReport, type ReportValues } from './report-values.ts';
export { useMeetingItems } from './use-meeting-items.ts';
export { useFocusAfterRemoval } from './use-focus-after-removal.ts';
