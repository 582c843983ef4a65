#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares the references of jobun with those of Lawtext on one law.

    compare.py LAW.xml lawtext.xml refs.jsonl provisions.jsonl [--show N]

lawtext.xml is what `lawtext --analyze --controlel --outtype xml` makes of LAW.xml; the two .jsonl are `jobun export
refs` and `export provisions` of the law. Counts Lawtext's pointers by what became of them, and prints those on which
the two disagree, for a person to judge.
"""
import argparse, collections, html, json, re
import xml.etree.ElementTree as ET

LEVELS = {'Article': 'a', 'Paragraph': 'p', 'Item': 'i', 'Part': 'pt', 'Chapter': 'ch', 'Section': 'se',
          'Subsection': 'ss', 'Division': 'dv', 'AppdxTable': 'tab', 'AppdxStyle': 'form'}


def segment(tag, num, suppl, index):
    if tag == 'SupplProvision':
        return suppl[index - 1] if index <= len(suppl) else 'sup?'
    if tag.startswith('Subitem'):
        return 's' + num
    return LEVELS[tag] + num if tag in LEVELS else ''


def address(container, suppl):
    """container-Law-MainProvision[1]-Chapter[2][num=2]-Article[1][num=9] -> a9"""
    parts = []
    for tag, index, num in re.findall(r'-([A-Za-z0-9]+)\[(\d+)\](?:\[num=([^\]]*)\])?', container):
        parts.append(segment(tag, num, suppl, int(index)))
    parts = [p for p in parts if p]
    if any(p.startswith('a') and p[1:2].isdigit() for p in parts):
        parts = [p for p in parts if p[:2] not in ('pt', 'ch', 'se', 'ss', 'dv')]
    return '/'.join(parts)


def text_of(e):
    return ''.join(e.itertext())


class Reader:
    """Walks Lawtext's tree: for each provision its text and the pointers in it."""

    def __init__(self, suppl):
        self.suppl, self.suppls, self.found, self.texts = suppl, 0, collections.defaultdict(list), collections.defaultdict(str)

    def walk(self, e, path):
        tag = e.tag
        if tag in ('TOC', 'Rt', 'ArticleTitle', 'ArticleCaption', 'ParagraphCaption', 'ItemTitle', 'ParagraphNum', 'TableStruct',
                   'AppdxTable', 'AppdxStyle', 'AppdxFig', 'EnactStatement'):
            return
        if tag == 'SupplProvision':
            self.suppls += 1
            path = [segment(tag, '', self.suppl, self.suppls)]
        elif tag in ('Article', 'Paragraph', 'Item') or re.fullmatch(r'Subitem\d+', tag):
            path = path + [segment(tag, e.get('Num', '1'), self.suppl, 0)]
        if tag == 'Sentence':
            return self.sentence(e, '/'.join(path))
        for child in e:
            self.walk(child, path)

    def sentence(self, e, where):
        if e.text:
            self.texts[where] += e.text
        for child in e:
            self.inside(child, where)
            if child.tail:
                self.texts[where] += child.tail

    def inside(self, e, where):
        begin = len(self.texts[where])
        if e.tag == 'Rt':
            return
        if e.tag == '____PointerRanges':
            self.texts[where] += text_of(e)
            targets = json.loads(e.get('targetContainerIDRanges', '[]'))
            here = all(f.get('relPos') == 'HERE' for f in e.iter('____PF'))
            self.found[where].append((begin, len(self.texts[where]), text_of(e), targets, here))
            return
        if e.text:
            self.texts[where] += e.text
        for child in e:
            self.inside(child, where)
            if child.tail:
                self.texts[where] += child.tail


def ends(target, law):
    """a2/p1, a2/p1..a2/p3 -> its one or two ends, without the law's id, parts and 各号"""
    out = []
    for end in target.split('..'):
        end = end.split(':')[0].replace(law + '/', '')
        out.append(re.sub(r'/i\*$', '', end))
    return out


def main():
    ap = argparse.ArgumentParser()
    for name in ('law', 'lawtext', 'refs', 'provisions'):
        ap.add_argument(name)
    ap.add_argument('--show', type=int, default=0)
    a = ap.parse_args()
    law = re.search(r'\d{3}[A-Z0-9]{12}', a.law).group(0)
    suppl = []
    for line in open(a.provisions, encoding='utf-8'):
        first = json.loads(line)['address'].split('/')[1]
        if first.startswith('sup') and first not in suppl:
            suppl.append(first)
    ours = collections.defaultdict(list)
    for line in open(a.refs, encoding='utf-8'):
        r = json.loads(line)
        ours[r['from'].split('/', 1)[1]].append(r)
    reader = Reader(suppl)
    reader.walk(ET.parse(a.lawtext).getroot(), [])
    count, shown = collections.Counter(), []
    for where, pointers in reader.found.items():
        for begin, end, text, targets, here in pointers:
            if here:
                count['この条 and the like'] += 1
                continue
            mine = [r for r in ours[where] if r['start'] < end and begin < r['end']]
            if not targets:
                resolved = mine and all(r['status'] in ('resolved', 'outside', 'not_in_force', 'repealed') for r in mine)
                count['unresolved by lawtext, resolved by ours' if resolved else 'unresolved by lawtext'] += 1
                continue
            theirs = set()
            for t in targets:
                theirs |= {address(t['from'], suppl), address(t.get('to', t['from']), suppl)}
            theirs.discard('')
            got = {e for r in mine for t in r['targets'] for e in ends(t, law)}
            each = {re.sub(r'/i[0-9_]+$', '', t) for t in theirs}  # 各号 as its members
            inside = all(any(t == g or t.startswith(g + '/') for g in got) for t in theirs)
            if not mine:
                kind = 'not found by ours'
            elif theirs <= got or each <= got or (inside and all(r['status'] == 'resolved' for r in mine) and
                                                  any(r['form'] in ('range', 'each', 'rel') for r in mine)):
                kind = 'the same'
            elif got and all(any(g == t or g.startswith(t + '/') for t in theirs) for g in got):
                kind = 'ours is narrower'
            else:
                kind = 'different'
            count[kind] += 1
            if kind in ('different', 'not found by ours', 'ours is narrower'):
                around = reader.texts[where][max(0, begin - 40):end + 25]
                shown.append(f'{kind}\t{law}/{where}\t{text}\tlawtext {" ".join(sorted(theirs))}\tours '
                             f'{" ".join(t for r in mine for t in r["targets"]) or "-"}\t…{around}…')
    for line in shown[:a.show]:
        print(line)
    print(law, dict(count), 'ours', sum(len(v) for v in ours.values()))


main()
