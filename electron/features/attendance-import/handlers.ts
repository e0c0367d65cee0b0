import { os } from '../../implement.ts';

const missing = (): never => {
  throw new Error('being written');
};

export const attendanceImportHandlers = {
  inspect: os.attendanceImport.inspect.handler(missing),
  preview: os.attendanceImport.preview.handler(missing),
  import: os.attendanceImport.import.handler(missing),
};
