export {
  findUnknownOfReport,
  insertReport,
  listReports,
  type Report,
  type StoredReport,
  toHistory,
} from './repository.ts';
