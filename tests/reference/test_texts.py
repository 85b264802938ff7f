"""The texts of the reference."""

from perfscheme.reference.texts import aggregations, conditions, curves, evidence, indicators, panels, plan, rules


def test_each_noun_is_described_once() -> None:
    """In the module of its topic."""
    topics = [module.NOUNS for module in (aggregations, conditions, curves, evidence, indicators, panels, plan, rules)]
    assert len({noun for topic in topics for noun in topic}) == sum(map(len, topics))


def test_examples_are_in_the_language_of_the_text() -> None:
    """An example begins alike everywhere, so that it is found."""
    for topic in (aggregations, conditions, curves, evidence, indicators, panels, plan, rules):
        for saying in topic.NOUNS.values():
            for text in saying.keys.values():
                assert ("Example:" in str(text.en)) <= ("例：" in str(text.zh)), text
