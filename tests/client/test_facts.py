"""What a script tells is made such that the registry takes it."""

from lineal.client import facts
from lineal.client.ending import outcome


class TestControlCharacters:
    def test_are_replaced_in_the_reason_of_a_failure(self) -> None:
        _, reason = outcome(ValueError("\x1b[31mred\x00\nsee above"))

        assert reason == "ValueError: \ufffd[31mred\ufffd\nsee above"

    def test_are_replaced_in_names_and_values(self) -> None:
        told = facts.parameters({"learning\nrate\x07": "high\x1b\n"})

        assert told == {"learning rate\ufffd": "high\ufffd\n"}


class TestParameter:
    def test_has_no_address_in_its_text(self) -> None:
        class Plain:
            pass

        def function() -> None:
            pass

        told = facts.parameters({"none": None, "a": Plain(), "b": Plain, "c": function, "d": max})
        here = f"{__name__}.TestParameter.test_has_no_address_in_its_text.<locals>"

        assert told == {
            "none": "None",
            "a": f"{here}.Plain",
            "b": f"{here}.Plain",
            "c": f"{here}.function",
            "d": "builtins.max",
        }
