"""Short news sentences with their trees, made from lists: what treebanks of the web have too little of.

"Oman suspended aid" was read as a noun phrase, because the treebanks hold few countries that do things in four
words. The sentences are ours, and so are their trees. Names come from data/countries.tsv and data/people.tsv.
"""

import random

VERBS = """suspend condemn pledge welcome offer impose reject sign blame detain expel delay promise accept announce approve arrest
assist back block cancel criticise deport demand deliver deploy denounce deny discuss donate draft endorse evacuate extend fund grant halt
host join launch lift mediate oppose order postpone praise present propose protest provide pursue ratify recall receive recognise release
request resume review sanction seize ship shell support suggest summon supply support threaten train transfer urge veto visit warn
attack back boycott free help invite jail kill mobilise normalise open question raid reopen repatriate restore return shun station
thank train vaccinate withdraw send hold begin bring buy build seek""".split()
IRREGULAR = {"withdraw": ("withdrew", "withdrawn"), "send": ("sent", "sent"), "hold": ("held", "held"), "begin": ("began", "begun"),
             "bring": ("brought", "brought"), "buy": ("bought", "bought"), "build": ("built", "built"), "seek": ("sought", "sought")}
MASS = "aid support medicine talks sanctions troops weapons vaccines observers relations ties rice fuel help money food drones grain visas tariffs ships".split()
COUNTED = "treaty pact deal raid truce plan offer report summit visit agreement statement strike decision proposal ban envoy attack loan".split()
PEOPLE = "diplomats officials ministers soldiers journalists envoys activists citizens officers protesters".split()
TITLES = "President Chancellor Premier Ambassador Governor General Senator King Secretary".split()
OFFICES = "Foreign Defence Prime Trade Finance".split()
ADJECTIVES = "new joint military bilateral urgent fresh direct further senior foreign".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five 12 40 200".split()
PLACES = "Vienna Geneva Hanoi Jakarta Cairo Lima Quito Oslo Doha Nairobi Accra Tunis Baku Rabat".split()


class Phrase:
    """Words with heads inside the phrase; -1 marks the head of the phrase itself."""

    def __init__(self, rows, head):
        self.rows, self.head = rows, head


def word(form, tag):
    return Phrase([(form, tag, -1, "")], 0)


def chain(*parts, head, links):
    """Puts phrases in a row; `links` gives (part, relation, part it depends on), `head` the part that leads."""
    starts, rows = [], []
    for part in parts:
        starts.append(len(rows))
        rows.extend((f, t, -1 if h < 0 else h + starts[-1], r) for f, t, h, r in part.rows)
    for part, relation, governor in links:
        at = starts[part] + parts[part].head
        form, tag, _, _ = rows[at]
        rows[at] = (form, tag, starts[governor] + parts[governor].head, relation)
    return Phrase(rows, starts[head] + parts[head].head)


def past(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb][0]
    return verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeo" else double(verb) + "ed"


def participle(verb):
    return IRREGULAR[verb][1] if verb in IRREGULAR else past(verb)


def double(verb):
    return {"expel": "expell", "cancel": "cancell", "ship": "shipp", "transfer": "transferr", "shun": "shunn"}.get(verb, verb)


def third(verb):
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeo" else verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"


def gerund(verb):
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else double(verb)) + "ing"


class Maker:
    def __init__(self, countries, names, seed):
        self.countries, self.names, self.random = countries, names, random.Random(seed)

    def pick(self, options):
        return self.random.choice(options)

    def country(self):
        return word(self.pick(self.countries), "NNP|PROPN")

    def person(self):
        parts = self.pick(self.names).split(" ")
        rows = [(parts[0], "NNP|PROPN", -1, "")] + [(p, "NNP|PROPN", 0, "flat") for p in parts[1:]]
        return Phrase(rows, 0)

    def titled(self):
        if self.random.random() < 0.5:
            return chain(word(self.pick(TITLES), "NNP|PROPN"), self.person(), head=1, links=[(0, "nmod:desc", 1)])
        office = chain(word(self.pick(OFFICES), "NNP|PROPN"), word("Minister", "NNP|PROPN"), head=1, links=[(0, "amod", 1)])
        return chain(office, self.person(), head=1, links=[(0, "nmod:desc", 1)])

    def actor(self):
        r = self.random.random()
        if r < 0.5:
            return self.country()
        if r < 0.6:
            return self.pair(self.country(), self.country())
        if r < 0.7:
            return self.person()
        if r < 0.85:
            return self.titled()
        if r < 0.92:
            return word(self.pick(PEOPLE).capitalize(), "NNS|NOUN")
        return self.possessed()

    def possessed(self):
        owner = chain(self.country(), word("'s", "POS|PART"), head=0, links=[(1, "case", 0)])
        return chain(owner, word(self.pick(["president", "government", "army", "parliament", "premier"]), "NN|NOUN"), head=1, links=[(0, "nmod:poss", 1)])

    def pair(self, a, b):
        other = chain(word("and", "CC|CCONJ"), b, head=1, links=[(0, "cc", 1)])
        return chain(a, other, head=0, links=[(1, "conj", 0)])

    def thing(self):
        r = self.random.random()
        if r < 0.35:
            noun = word(self.pick(MASS), "NNS|NOUN")
            noun.rows[0] = (noun.rows[0][0], "NNS|NOUN" if noun.rows[0][0].endswith("s") else "NN|NOUN", -1, "")
        elif r < 0.6:
            noun = chain(word(self.pick(["the", "a"]), "DT|DET"), word(self.pick(COUNTED[:-3]), "NN|NOUN"), head=1, links=[(0, "det", 1)])
        elif r < 0.75:
            noun = chain(word(self.pick(NUMBERS), "CD|NUM"), word(self.pick(PEOPLE), "NNS|NOUN"), head=1, links=[(0, "nummod", 1)])
        elif r < 0.85:
            return self.country()
        else:
            noun = chain(word(self.pick(ADJECTIVES), "JJ|ADJ"), word(self.pick(["talks", "sanctions", "troops", "weapons", "vaccines", "tariffs"]), "NNS|NOUN"), head=1, links=[(0, "amod", 1)])
        if self.random.random() < 0.3:
            noun = chain(noun, self.prepositional(self.pick(["with", "from", "of"]), self.country()), head=0, links=[(1, "nmod", 0)])
        return noun

    def prepositional(self, preposition, noun):
        return chain(word(preposition, "IN|ADP"), noun, head=1, links=[(0, "case", 1)])

    def tail(self, clause):
        r = self.random.random()
        if r < 0.25:
            return chain(clause, self.prepositional("on", word(self.pick(DAYS), "NNP|PROPN")), head=0, links=[(1, "obl", 0)])
        if r < 0.4:
            return chain(clause, self.prepositional("in", word(self.pick(PLACES), "NNP|PROPN")), head=0, links=[(1, "obl", 0)])
        if r < 0.5:
            week = chain(word("last", "JJ|ADJ"), word(self.pick(["week", "month", "year"]), "NN|NOUN"), head=1, links=[(0, "amod", 1)])
            return chain(clause, week, head=0, links=[(1, "obl:unmarked", 0)])
        return clause

    def clause(self):
        r = self.random.random()
        verb = self.pick(VERBS)
        if r < 0.55:
            return self.tail(chain(self.actor(), word(past(verb), "VBD|VERB"), self.thing(), head=1, links=[(0, "nsubj", 1), (2, "obj", 1)]))
        if r < 0.65:
            group = chain(word("has", "VBZ|AUX"), word(participle(verb), "VBN|VERB"), head=1, links=[(0, "aux", 1)])
            return self.tail(chain(self.country(), group, self.thing(), head=1, links=[(0, "nsubj", 1), (2, "obj", 1)]))
        if r < 0.75:
            group = chain(word("will", "MD|AUX"), word(verb, "VB|VERB"), head=1, links=[(0, "aux", 1)])
            return self.tail(chain(self.actor(), group, self.thing(), head=1, links=[(0, "nsubj", 1), (2, "obj", 1)]))
        if r < 0.88:
            group = chain(word("were", "VBD|AUX"), word(participle(verb), "VBN|VERB"), head=1, links=[(0, "aux:pass", 1)])
            patients = chain(word(self.pick(NUMBERS).capitalize(), "CD|NUM"), word(self.pick(PEOPLE), "NNS|NOUN"), head=1, links=[(0, "nummod", 1)])
            passive = chain(patients, group, head=1, links=[(0, "nsubj:pass", 1)])
            return self.tail(chain(passive, self.prepositional("by", self.country()), head=0, links=[(1, "obl:agent", 0)]))
        second = self.pick(VERBS)
        other = chain(word("and", "CC|CCONJ"), word(past(second), "VBD|VERB"), self.thing(), head=1, links=[(0, "cc", 1), (2, "obj", 1)])
        return chain(self.actor(), word(past(verb), "VBD|VERB"), self.thing(), other, head=1, links=[(0, "nsubj", 1), (2, "obj", 1), (3, "conj", 1)])

    def sentence(self):
        r = self.random.random()
        stop = word(".", ".|PUNCT")
        if r < 0.62:
            return chain(self.clause(), stop, head=0, links=[(1, "punct", 0)])
        if r < 0.74:  # headlines
            one = self.random.random() < 0.6
            if one:
                subject = self.country()
            else:
                second = chain(word(",", ",|PUNCT"), self.country(), head=1, links=[(0, "punct", 1)])
                subject = chain(self.country(), second, head=0, links=[(1, "conj", 0)])
            verb = self.pick(VERBS)
            shown = word(third(verb) if one else verb, "VBZ|VERB" if one else "VBP|VERB")
            noun = self.pick(COUNTED + MASS)
            return chain(subject, shown, word(noun, "NNS|NOUN" if noun.endswith("s") else "NN|NOUN"), head=1, links=[(0, "nsubj", 1), (2, "obj", 1)])
        if r < 0.84:
            said = chain(self.actor(), word("said", "VBD|VERB"), self.clause(), stop, head=1, links=[(0, "nsubj", 1), (2, "ccomp", 1), (3, "punct", 1)])
            return said
        if r < 0.92:
            front = chain(word(gerund(self.pick(VERBS)).capitalize(), "VBG|VERB"), self.thing(), word(",", ",|PUNCT"), head=0, links=[(1, "obj", 0), (2, "punct", 0)])
            main = chain(self.country(), word(past(self.pick(VERBS)), "VBD|VERB"), self.thing(), head=1, links=[(0, "nsubj", 1), (2, "obj", 1)])
            return chain(front, main, stop, head=1, links=[(0, "advcl", 1), (2, "punct", 1)])
        # What looks alike and is no clause: "The aid suspended by Oman resumed."
        verb = self.pick(VERBS)
        reduced = chain(word(participle(verb), "VBN|VERB"), self.prepositional("by", self.country()), head=0, links=[(1, "obl:agent", 0)])
        noun = chain(word("The", "DT|DET"), word(self.pick(COUNTED), "NN|NOUN"), reduced, head=1, links=[(0, "det", 1), (2, "acl", 1)])
        return chain(noun, word(self.pick(["failed", "ended", "resumed", "continued", "collapsed"]), "VBD|VERB"), stop, head=1, links=[(0, "nsubj", 1), (2, "punct", 1)])


def make(count, countries, names, seed):
    """`count` sentences in the shape of treebank.read."""
    maker, out = Maker(countries, names, seed), []
    while len(out) < count:
        rows = maker.sentence().rows
        out.append({"forms": [r[0] for r in rows], "tags": [r[1] for r in rows], "heads": [r[2] + 1 for r in rows], "labels": [r[3] or "root" for r in rows]})
    return out
