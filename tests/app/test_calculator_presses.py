"""Quick presses at a calculator: the browser sends the next one before it knows the address that the last one wrote."""

from tests.app.pages import address, opened, words


def test_press_that_brings_an_older_address_goes_on_from_the_last_one() -> None:
    test = opened("calculators.py", {"calc": "memory", "micro_batch": "3"})
    field = "calculator.memory.micro_batch"
    for pressed, kept in ((2, "2"), (0, "2"), (5, "5")):
        test.query_params["micro_batch"] = "3"
        test.number_input(key=field).set_value(pressed).run()
        assert test.number_input(key=field).value == pressed
        assert address(test)["micro_batch"] == [kept]
        assert ("Micro batch is “0”" in words(test)) == (pressed == 0)


def test_way_back_to_an_older_address_fills_the_fields_from_it() -> None:
    test = opened("calculators.py", {"calc": "memory", "micro_batch": "3"})
    field = "calculator.memory.micro_batch"
    test.number_input(key=field).set_value(2).run()
    test.query_params["micro_batch"] = "3"
    test.run()
    assert test.number_input(key=field).value == 3
    test.number_input(key=field).set_value(4).run()
    assert address(test)["micro_batch"] == ["4"]


def test_field_counts_where_the_address_names_no_calculator() -> None:
    for params in ({}, {"calc": "memry"}):
        test = opened("calculators.py", dict(params))
        test.number_input(key="calculator.memory.micro_batch").set_value(2).run()
        assert address(test) == {"calc": ["memory"], "micro_batch": ["2"]}
