/** A table in Markdown; the first column is text, and so is everything else: numbers come formatted. */
export function tableOf(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [row(headings), row(headings.map(() => '---')), ...lines.map(row)].join('\n')
}
