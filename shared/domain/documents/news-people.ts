import type { Attendance } from '../../contract/attendance.ts';
import { chooseText } from '../language.ts';
import type { MinutesBlock, MinutesParagraph } from '../minutes/document.ts';
import { describeOffice, isPresent, nameOf, sideName } from '../minutes/people.ts';
import { closeSentence, enumerate, fill } from './fill.ts';
import type { PaperScene } from './scene.ts';
import type { NewsWords } from './words.ts';

export interface NewsScene extends PaperScene {
  news: NewsWords;
  /** Attendances that were named with their office: after that the name is enough. */
  introduced: Set<string>;
}

/** More people than this are counted, not named. */
const mostNamed = 12;

/** «Wang Wenli, Consul General, Consulate-General of …»; the second time the name alone. */
export function describeWho(attendance: Attendance, scene: NewsScene): MinutesParagraph {
  const { writer, lookup, introduced } = scene;
  const name = writer.line([nameOf(attendance, lookup, writer.language)], '');
  const isNamed = chooseText(lookup.attendanceName(attendance), 'en').text !== '';
  if (introduced.has(attendance.id) || !isNamed) return name;
  introduced.add(attendance.id);
  const office = describeOffice(attendance, lookup, writer);
  if (writer.language === 'zh') {
    // Foreign names stand off from the office before them.
    const gap = office.length > 0 && name[0]?.language !== 'zh' ? [writer.say(' ')] : [];
    return [...office, ...gap, ...name];
  }
  return writer.join(
    [name, office].filter((part) => part.length > 0),
    ', ',
  );
}

const ranks = ['chair', 'co_chair', 'head_of_delegation'] as const;

/** How many took part, in all and by side, and who headed them. */
export function describeAttendance(scene: NewsScene): MinutesBlock[] {
  const { record, lookup, writer, news } = scene;
  const present = lookup.attendanceInOrder.filter((row) => isPresent(row) && row.category === 'participant');
  const { sides, headCount } = record.meeting;
  const total = headCount ?? countKnown(present);
  const groups = [
    ...sides.map((side, index) => ({
      name: sideName(side, index + 1, writer),
      members: present.filter(({ sideId }) => sideId === side.id),
    })),
    { name: null, members: present.filter(({ sideId }) => lookup.side(sideId) === null) },
  ];
  const sentences = groups.flatMap(({ name, members }): MinutesParagraph[] => {
    const heads = members.flatMap((attendance): MinutesParagraph[] => {
      const role = ranks.find((rank) => attendance.roles.includes(rank));
      return role === undefined ? [] : [fill(news.head[role], describeWho(attendance, scene), writer)];
    });
    return name === null || members.length === 0 ? heads : [describeSide(name, members, scene), ...heads];
  });
  if (total !== null && total > 0) sentences.unshift([writer.say(news.total(total))]);
  if (sentences.length === 0) return [];
  return [{ kind: 'paragraph', runs: writer.join(sentences, writer.language === 'zh' ? '' : ' ') }];
}

/** null where a delegation has no number. */
function countKnown(rows: readonly Attendance[]): number | null {
  return rows.some(({ personId, headCount }) => personId === null && headCount === null)
    ? null
    : rows.reduce((sum, { headCount }) => sum + (headCount ?? 1), 0);
}

/** «Chinese side: 4 participants, also representatives of …» */
function describeSide(side: MinutesParagraph, members: readonly Attendance[], scene: NewsScene): MinutesParagraph {
  const { lookup, writer, news } = scene;
  const isUncounted = ({ personId, headCount }: Attendance): boolean => personId === null && headCount === null;
  const count = countKnown(members.filter((row) => !isUncounted(row))) ?? 0;
  const bodies = members
    .filter(isUncounted)
    .map((row) => writer.line([nameOf(row, lookup, writer.language)], ''))
    .filter((name) => name.length > 0);
  const listed = enumerate(bodies, writer);
  const counted = count === 0 ? [] : [writer.say(news.people(count))];
  const sentence = count === 0 ? news.representatives : news.alsoRepresentatives;
  const others = listed.length === 0 ? [] : fill(sentence, listed, writer);
  return closeSentence([...fill(news.side, side, writer), ...counted, ...others], writer);
}

/** Who took part besides those who were named already, if they are few. */
export function describeOthers(scene: NewsScene): MinutesBlock[] {
  const { lookup, writer, news, introduced } = scene;
  const others = lookup.attendanceInOrder.filter(
    (row) => isPresent(row) && row.category === 'participant' && row.personId !== null && !introduced.has(row.id),
  );
  if (others.length === 0 || others.length > mostNamed) return [];
  const people = others.map((row) => describeWho(row, scene)).filter((runs) => runs.length > 0);
  if (people.length === 0) return [];
  const listed = writer.join(people, writer.language === 'zh' ? '；' : '; ');
  return [{ kind: 'paragraph', runs: fill(news.also, listed, writer) }];
}
