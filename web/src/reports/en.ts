/** The reports desk's words. What a report counts is said in the report itself. */
export const en = {
  'report.as-of': 'As of {{time}}',
  'report.xlsx': 'Download for Excel (XLSX)',
  'report.csv': 'Download as CSV with HXL tags',
  'report.download.no': 'Not downloaded',
  'report.empty': 'Nobody has been counted yet.',
  'table.title': 'Table',
  'table.hidden': 'not shown',
  'table.dash_one': '{{count}} number is left out.',
  'table.dash_other': '{{count}} numbers are left out.',
  'table.dash.why':
    'A dash (–) stands for a number so small that somebody could be recognised by it, or for one from which such a number could be worked out. The total of the whole country is always shown.',
  'chart.title': 'Chart',
  'chart.says': '{{series}}, by {{place}}. The same numbers stand in the table.',
  'chart.says.of': '{{series}}, by {{place}}, {{filter}}. The same numbers stand in the table.',
} as const
