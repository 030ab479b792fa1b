"""Which words of a question say nothing about what is sought?

They are left out of queries, not out of documents: a query of nothing else is still answered.
"""

from __future__ import annotations

from publishing.search.folding import folded

_WORDS = {
    "ar": """من في على إلى الى عن مع هل ما ماذا كيف متى كم هو هي هذا هذه ذلك تلك أن ان إن أو او ثم لا لم لن
        قد بعد قبل عند كل أي اي بين التي الذي يمكن هناك و أنا لي لماذا""",
    "de": """der die das den dem des ein eine einen einem einer eines und oder aber mit ohne von vom zu zum
        zur im in am an auf aus bei beim bis für gegen nach über um unter vor wie was wann wo wer warum
        welche welcher welches ist sind war wird werden kann können muss ich mein meine meiner es man
        sich nicht auch hilft helfen lange viel viele hält halten dauert dauern""",
    "en": """a an the and or but of to in on at by for with without from as is are was be been can could do
        does did how what when where who why which i my me you your it its this that these those not if
        should will would long much many get have has there about s t last lasts take takes work works""",
    "es": """el la los las un una unos unas y o u e pero de del al a en con sin por para como cómo qué que
        cuál cuándo cuánto cuánta cuántas cuántos dónde quién es son está están ser hay se me mi su sus
        lo le no si sirve puede puedo dura duran""",
    "fr": """le la les l un une des d de du et ou mais à au aux en dans sur sous avec sans pour par comme
        comment que qu qui quoi quel quelle quels quelles quand où combien est sont être il elle on je j
        me mon ma mes son sa ses ce cette ces c n ne pas plus s se y a peut faut dure durent""",
    "pl": """i a o u w we z ze na do od po za przed przy pod nad dla bez oraz lub albo ale czy co to jak jaki
        jaka jakie kiedy gdzie kto ile jest są być się nie mój moja moje mi mnie ten ta te tego tej na
        czym może można trwa działa""",
    "tr": """ve veya ya da de ile için mi mı mu mü ne nasıl neden niçin nedir kim hangi kaç bir bu şu o en
        çok daha gibi ama ancak var yok olur olarak kadar sonra önce ben benim sürer""",
    "zh-hans": """怎么办 怎么样 怎么 怎样 如何 什么 为什么 多少 多久 几次 哪些 哪里 可以
        能不能 是不是 有没有 需要 应该 以及 或者 吗 呢 的 了 是 和 与 或 吧""",
}
_FOLDED = {code: frozenset(folded(word, code) for word in words.split()) for code, words in _WORDS.items()}
# Chinese writes no spaces: there they are cut out of what is written, the longest first.
CHINESE = tuple(sorted(_WORDS["zh-hans"].split(), key=len, reverse=True))


def is_stop_word(word: str, code: str) -> bool:
    """Say whether a folded word is left out of queries in this language."""
    return word in _FOLDED.get(code, ())
