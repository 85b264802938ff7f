"""Amounts paid at rates by bracket."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input
from perfscheme.nouns.curves.curves import Linear, Rates
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.quantities import FromInput
from perfscheme.nouns.setting import Setting

ORACLE = Rates({0: "0.01", 1000: "0.02", 3000: "0.03", 8000: "0.05"}, "marginal")
TRANSACTIONS = (200, 300, 1500, 1200, 2000, 4500)


def test_oracle_step_rates_164(points):
    """Oracle Incentive Compensation, step rates: 2, 3, 20, 14, 30, 95."""
    found = [points(ORACLE, amount) for amount in TRANSACTIONS]
    assert found == [2, 3, 20, 14, 30, 95]
    assert sum(found) == 164


def test_oracle_interpolated_149(points):
    """Oracle Incentive Compensation, amounts of 10, 40, 100 and 2000 for whole tiers, in proportion within a tier."""
    curve = Linear({0: 0, 1000: 10, 3000: 50, 8000: 150, 20000: 2150})
    found = [points(curve, amount) for amount in TRANSACTIONS]
    assert found == [2, 3, 20, 14, 30, 80]
    assert sum(found) == 149


def test_spiff_whole_amount_17600(points):
    """Spiff: 220,000 in the 8 % tier pays 17,600."""
    spiff = Rates({0: "0.04", 150000: "0.06", 200000: "0.08"}, "whole")
    assert points(spiff, 220_000) == 17_600
    assert points(spiff, 150_000) == 9_000


def test_spiff_opening_balance_1100():
    """Spiff: 145,000 credited, a deal of 20,000, 4 % to 150k, 6 % to 250k: 200 + 900."""
    spiff = Rates({0: "0.04", 150000: "0.06", 250000: "0.08"}, "marginal", opening=FromInput("credited"))
    inputs = {"credited": NumberInput("credited", "currency")}
    formula = spiff.formula(Input("deal"), Setting(inputs, [], unit="currency"))
    assert Evaluation({"deal": Fraction(20_000), "credited": Fraction(145_000)})(formula) == 1_100


def test_an_opening_decides_the_tier_of_a_whole_rate(points):
    """With `whole`, what is credited already lifts the rate but is not paid again."""
    curve = Rates({0: "0.01", 100: "0.02"}, "whole", opening=90)
    assert [points(curve, amount) for amount in (9, 10)] == [Fraction("0.09"), Fraction("0.2")]


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_marginal_rates_do_not_depend_on_how_a_sum_is_split(first, second):
    """Two deals after each other pay what one deal of both would."""
    split = Rates(ORACLE.rates, "marginal", opening=first)
    setting = Setting({}, [])
    paid = [
        Evaluation({"x": Fraction(x)})(curve.formula(Input("x"), setting))
        for curve, x in ((ORACLE, first), (split, second), (ORACLE, first + second))
    ]
    assert paid[0] + paid[1] == paid[2]


def test_a_bracket_per_person(points):
    """A bracket that begins at a person's own target is paid from there."""
    curve = Rates({0: "0.01", "target": "0.02"}, "marginal")
    assert points(curve, 1500, {"target": Input("goal")}, given={"goal": 1000}) == 20


def test_no_rates(refused):
    """A rate table has a line at least."""
    assert refused(lambda: Rates({}, "whole")) == [("PS136", ("rates",))]
