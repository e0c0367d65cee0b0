/** The statements of an SQL script without their semicolons; what stands in quotes or in a comment parts nothing. */
export function splitStatements(script: string): string[] {
  const parts = script.match(/(?:--[^\n]*|'(?:[^']|'')*'|"[^"]*"|[^;'"-]|-(?!-))+/gu) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part.replaceAll(/--[^\n]*/gu, '').trim() !== '');
}
