/** The name of a column as the file has it. */
export function useColumnNames(): (column: string) => string {
  return (column) => column;
}
