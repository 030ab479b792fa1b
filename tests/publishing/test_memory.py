"""Does a process keep at hand what is asked for, and no more than there is room for?"""

from publishing.memory import Memory


def test_what_was_kept_is_given_back_until_it_is_forgotten() -> None:
    memory = Memory[bytes](10, len)
    memory.keep("a", b"12345")
    assert memory.get("a") == b"12345"
    memory.forget()
    assert memory.get("a") is None


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    memory = Memory[bytes](10, len)
    memory.keep("a", b"1234")
    memory.keep("b", b"1234")
    memory.get("a")
    memory.keep("c", b"1234")
    assert [memory.get(key) for key in "abc"] == [b"1234", None, b"1234"]


def test_what_is_larger_than_all_the_room_is_not_kept() -> None:
    memory = Memory[bytes](3, len)
    memory.keep("small", b"123")
    memory.keep("large", b"1234")
    assert (memory.get("small"), memory.get("large")) == (b"123", None)


def test_what_is_kept_twice_takes_its_room_once() -> None:
    memory = Memory[bytes](10, len)
    memory.keep("a", b"12345")
    memory.keep("a", b"12345")
    memory.keep("b", b"12345")
    assert (memory.get("a"), memory.get("b")) == (b"12345", b"12345")


def test_what_is_kept_anew_or_dropped_gives_its_room_back() -> None:
    memory = Memory[bytes](10, len)
    memory.keep("a", b"1234567890")
    memory.keep("a", b"12")
    memory.keep("b", b"12345678")
    assert (memory.get("a"), memory.get("b")) == (b"12", b"12345678")
    memory.drop("b")
    memory.drop("b")
    memory.keep("c", b"12345678")
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (b"12", None, b"12345678")
