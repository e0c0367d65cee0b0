import type { SearchHit } from '#shared/contract/search.ts';
import type { Connection } from '../../db/connection.ts';

interface HitRow {
  kind: SearchHit['kind'];
  id: string;
  meeting_id: string | null;
  label_en: string;
  label_ru: string;
  label_zh: string;
  detail_en: string;
  detail_ru: string;
  detail_zh: string;
  extra: string;
}

/** One row per record with its words in three languages; `extra` is searched, never shown. */
export function listSearchable(connection: Connection): (Omit<SearchHit, 'score' | 'matchedOn'> & { extra: string })[] {
  return connection.sql<HitRow>(searchable).map((row) => ({
    kind: row.kind,
    id: row.id,
    meetingId: row.meeting_id,
    label: { en: row.label_en, ru: row.label_ru, zh: row.label_zh },
    detail: { en: row.detail_en, ru: row.detail_ru, zh: row.detail_zh },
    extra: row.extra,
  }));
}

const personName = (script: string, separator: string): string =>
  `coalesce((SELECT CASE WHEN display <> '' THEN display ELSE trim(family || '${separator}' || given || '${separator}' || patronymic) END
    FROM person_name n WHERE n.person_id = p.id AND n.script = '${script}'), '')`;

const searchable = `
SELECT 'person' AS kind, p.id, NULL AS meeting_id,
  ${personName('latin', ' ')} AS label_en, ${personName('cyrillic', ' ')} AS label_ru, ${personName('han', '')} AS label_zh,
  coalesce(o.name_en, '') AS detail_en, coalesce(o.name_ru, '') AS detail_ru, coalesce(o.name_zh, '') AS detail_zh,
  coalesce((SELECT group_concat(text, ' ') FROM person_alias a WHERE a.person_id = p.id), '') || ' ' || p.email AS extra
FROM person p
LEFT JOIN affiliation f ON f.id = (SELECT id FROM affiliation x WHERE x.person_id = p.id ORDER BY order_index LIMIT 1)
LEFT JOIN organization o ON o.id = f.organization_id
UNION ALL
SELECT 'organization', o.id, NULL, o.name_en, o.name_ru, o.name_zh, o.city_en, o.city_ru, o.city_zh,
  o.abbreviation_en || ' ' || o.abbreviation_ru || ' ' || o.abbreviation_zh || ' ' ||
  coalesce((SELECT group_concat(text, ' ') FROM organization_alias a WHERE a.organization_id = o.id), '')
FROM organization o
UNION ALL
SELECT 'group', id, NULL, name_en, name_ru, name_zh, '', '', '', '' FROM working_group
UNION ALL
SELECT 'meeting', id, id, title_en, title_ru, title_zh, date, date, date, theme_en || ' ' || theme_ru || ' ' || theme_zh FROM meeting
UNION ALL
SELECT 'entry', e.id, e.meeting_id,
  coalesce(en.text, ''), coalesce(ru.text, ''), coalesce(zh.text, ''), m.title_en, m.title_ru, m.title_zh, ''
FROM entry e
JOIN meeting m ON m.id = e.meeting_id
LEFT JOIN entry_text en ON en.entry_id = e.id AND en.language = 'en'
LEFT JOIN entry_text ru ON ru.entry_id = e.id AND ru.language = 'ru'
LEFT JOIN entry_text zh ON zh.entry_id = e.id AND zh.language = 'zh'
`;
