import type { Entry } from '../../contract/entries.ts';
import type { Language } from '../language.ts';
import type { MinutesBlock, MinutesParagraph } from '../minutes/document.ts';
import { sortAgenda, sortEntries } from '../minutes/items.ts';
import { chooseEntryText } from '../minutes/lookup.ts';
import { closeSentence } from './fill.ts';
import { describeWho, type NewsScene } from './news-people.ts';

/**
 * How a text begins that reports by itself what somebody said or proposed: a verb of the past in English and Russian; in
 * Chinese one that runs on from the name of who spoke.
 */
const reports: Record<Language, RegExp> = {
  en: /^(?:agreed|\p{L}+(?<!e)ed|gave|put|said|told|spoke|set|drew|made|took|brought|began)(?!\p{L})/iu,
  ru: /^\p{L}+(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\p{L})/iu,
  zh: /^(?:在会|致|指出|表示|介绍|感谢|建议|提议|提出|认为|强调|希望|说明|阐述|简要|宣布|回顾|汇报|通报|欢迎|祝贺|主持|总结|重点|详细|首先|对|就|围绕|代表|呼吁|倡议|推荐|肯定|讲话|发言|作了|谈到|分享|重申|承诺|同意|支持)/u,
};

/** One paragraph per speaker, in the order in which they first spoke: who, then the gist of all that they said. */
export function describeSpeakers(scene: NewsScene): MinutesBlock[] {
  const { record, lookup, writer, news } = scene;
  const all = sortEntries(record);
  const entries = sortAgenda(record)
    .flatMap((item) => all.filter(({ agendaItemId }) => agendaItemId === item.id))
    .filter(({ kind }) => kind === 'speech' || kind === 'proposal');
  const bySpeaker = new Map<string | null, { id: string; texts: { entry: Entry; runs: MinutesParagraph }[] }>();
  for (const entry of entries) {
    const runs = describeGist(entry, scene);
    if (runs.length === 0) continue;
    const speaker = lookup.attendance(entry.speakerAttendanceId)?.id ?? null;
    const known = bySpeaker.get(speaker) ?? { id: entry.id, texts: [] };
    known.texts.push({ entry, runs });
    bySpeaker.set(speaker, known);
  }
  const isChinese = writer.language === 'zh';
  return [...bySpeaker].map(([speakerId, { id, texts }]): MinutesBlock => {
    const speaker = lookup.attendance(speakerId);
    const who = speaker === null ? [] : describeWho(speaker, scene).map((run) => ({ ...run, role: 'strong' as const }));
    const gist = writer.join(
      texts.map(({ runs }) => runs),
      isChinese ? '' : ' ',
    );
    if (who.length === 0) {
      return { kind: 'paragraph', id, runs: [writer.say(`${news.unnamed}${isChinese ? '' : ' '}`), ...gist] };
    }
    const isRunOn = isChinese && gist[0]?.language === 'zh' && reports.zh.test(gist[0].text);
    const between = isChinese ? (isRunOn ? '' : '：') : '. ';
    return { kind: 'paragraph', id, runs: [...who, ...(between === '' ? [] : [writer.say(between)]), ...gist] };
  });
}

/** The text of an entry in one paragraph, ending with a stop; a proposal is called so where it does not say it. */
function describeGist(entry: Entry, { writer, news }: NewsScene): MinutesParagraph {
  const { language } = writer;
  const chosen = chooseEntryText(entry, language);
  const space = chosen.language === 'zh' ? '' : ' ';
  const runs = writer.join(writer.quoteParagraphs(chosen), space);
  if (runs.length === 0) return [];
  const isCalled = entry.kind === 'proposal' && !reports[chosen.language].test(chosen.text.trim());
  return closeSentence(
    [...(isCalled ? [writer.say(`${news.proposal}${language === 'zh' ? '' : ' '}`)] : []), ...runs],
    writer,
  );
}
