"""Whether two words are one typing slip apart. Pure."""


def one_slip(one: str, other: str) -> bool:
    """Whether one slip makes one word of the other, or none is needed: a letter more, less, wrong or swapped.

    >>> one_slip("lora", "lroa"), one_slip("lora", "loras"), one_slip("lora", "rola")
    (True, True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return one[start + 1 :] == other[start + 1 :] or swapped
