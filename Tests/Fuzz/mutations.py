"""Ways to spoil a text. Each takes a random generator and bytes, and gives bytes."""

ODD = [
    "\u0301", "\u0600", "\U000110bd", "\u200b", "\u200f", "\u202e", "\u2028", "\u0085", "\u00a0",
    "\ufeff", "\ufffd", "\U0001f1e9\U0001f1ea", "\u212a", "e\u0301", "\u00e9", "\U000e0041",
    "{{\u0301", "'\u0301", "\"\u0301", "\uffff", "\u0000", "\u001b[31m", "\u007f",
]
NUMBERS = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "1e999",
    "-0.0", "0x7fffffffffffffff", "0o777", "0777", "99999999999999999999999999", "8.5Ei",
    "1e9223372036854775807", "1E-9223372036854775808", "10e10", "1_000", ".5", ".inf", "-.inf",
    ".nan", "2147483648", "4294967296", "1" * 400, "0." + "0" * 400 + "1", "1h" * 50, "1ns9999999h",
]
VALUES = [
    "null", "~", "true", "no", "''", '""', "[]", "{}", "[[]]", "{a: {}}", "[null]", "|", ">", "&a b",
    "*a", "!x y", "!!binary aGk=", "<<", "? a", "- a", "---", "...", "%YAML 1.1", "'", '"', "{", "[",
    "}", "]", "a: b: c", "@", "`", "#", "${name}", "${", "{{ project }}", "{{ x }}", "../../..",
    "/dev/zero", "/dev/null", "/", ".", "builtin/restricted", "v9.9.9", "v1.15.3", "latest",
]
TOKENS = [
    b"{", b"}", b"(", b")", b"[", b"]", b"`", b'"', b"'", b"/*", b"*/", b"//", b"...", b"$x", b"$$x",
    b";", b":=", b"func ", b"var (", b"const (\n", b"import (", b"type T struct {", b"\\", b"package ",
]


def lines(text):
    return text.splitlines(keepends=True) or [b"\n"]


def some(random, parts):
    """A run of parts, as two places."""
    start = random.randrange(len(parts))
    return start, min(len(parts), start + random.choice([1, 1, 1, 2, 3, 8]))


def flip(random, text):
    data = bytearray(text or b"x")
    for _ in range(random.choice([1, 1, 2, 8])):
        data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


def insert(random, text):
    place = random.randrange(len(text) + 1)
    piece = random.choice([
        random.choice(ODD).encode("utf-8", "surrogatepass"), random.choice(NUMBERS).encode(),
        random.choice(VALUES).encode(), random.choice(TOKENS), b"\0", b"\r", b"\r\n", b"\t", b"\xff",
        b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80", b"\n", b"  ",
    ])
    return text[:place] + piece + text[place:]


def delete(random, text):
    start = random.randrange(len(text) + 1)
    return text[:start] + text[start + random.choice([1, 1, 2, 10, 200]):]


def truncate(random, text):
    return text[:random.randrange(len(text) + 1)]


def drop_lines(random, text):
    parts = lines(text)
    start, end = some(random, parts)
    return b"".join(parts[:start] + parts[end:])


def repeat_lines(random, text):
    parts = lines(text)
    start, end = some(random, parts)
    times = random.choice([1, 1, 2, 50, 2_000])
    return b"".join(parts[:end] + parts[start:end] * times + parts[end:])


def move_lines(random, text):
    parts = lines(text)
    start, end = some(random, parts)
    rest = parts[:start] + parts[end:]
    place = random.randrange(len(rest) + 1)
    return b"".join(rest[:place] + parts[start:end] + rest[place:])


def swap_keys(random, text):
    parts = lines(text)
    keyed = [i for i, line in enumerate(parts) if b": " in line]
    if len(keyed) < 2:
        return move_lines(random, text)
    first, second = random.sample(keyed, 2)
    a, b = parts[first].split(b": ", 1), parts[second].split(b": ", 1)
    indent = [len(x) - len(x.lstrip()) for x in (a[0], b[0])]
    parts[first] = a[0][:indent[0]] + b[0][indent[1]:] + b": " + a[1]
    parts[second] = b[0][:indent[1]] + a[0][indent[0]:] + b": " + b[1]
    return b"".join(parts)


def with_value(random, text, value):
    """The text with the value of one of its keys replaced."""
    parts = lines(text)
    keyed = [i for i, line in enumerate(parts) if b":" in line]
    if not keyed:
        return text + value
    index = random.choice(keyed)
    key = parts[index].split(b":", 1)[0]
    parts[index] = key + b": " + value + b"\n"
    return b"".join(parts)


def other_value(random, text):
    words = random.choice([ODD, NUMBERS, VALUES])
    return with_value(random, text, random.choice(words).encode("utf-8", "surrogatepass"))


def nest(random, text):
    depth = random.choice([3, 50, 199, 200, 201, 5_000, 100_000])
    opener, closer = random.choice([(b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"(", b")")])
    whole = opener * depth + b"x" + closer * random.choice([depth, depth, 0, depth - 1])
    if random.random() < 0.3:
        place = random.randrange(len(text) + 1)
        return text[:place] + whole + text[place:]
    return with_value(random, text, whole)


def alias(random, text):
    levels = random.choice([2, 5, 9, 40, 300])
    width = random.choice([1, 2, 10])
    head = b"x0: &x0 [a, b]\n" + b"".join(
        b"x%d: &x%d [%s]\n" % (n, n, b", ".join([b"*x%d" % (n - 1)] * width))
        for n in range(1, levels))
    if random.random() < 0.5:
        return head + with_value(random, text, b"*x%d" % (levels - 1))
    return with_value(random, text, b"&a " + random.choice([b"*a", b"[*a]", b"{k: *a}", b"b"]))


def lengthen(random, text):
    size = random.choice([300, 5_000, 5_000, 200_000, 1_100_000])
    piece = random.choice([b"a", b"a-", b"\xc3\xa9", b"0", b" ", b"{{ project }}", b"/..", b"a."])
    return with_value(random, text, (piece * size)[:size])


def many(random, text):
    count = random.choice([20, 500, 500, 5_000, 40_000])
    form = random.choice([
        b"a%d", b"{name: a%d}", b"{name: a%d, value: b}", b"{project: p%d, profile: strict}",
        b"{name: a%d, mountPath: /m}", b"{key: k%d, operator: Exists}",
    ])
    if random.random() < 0.3:
        whole = b"{" + b", ".join(b"k%d: v" % n for n in range(count)) + b"}"
    else:
        whole = b"[" + b", ".join(form % n for n in range(count)) + b"]"
    return with_value(random, text, whole)


def line_ends(random, text):
    return text.replace(b"\n", random.choice([b"\r\n", b"\r", b"\n\n", b"\xe2\x80\xa8", b""]))


def indent(random, text):
    parts = lines(text)
    start, end = some(random, parts)
    for index in range(start, end):
        parts[index] = random.choice([
            b"  " + parts[index], b" " + parts[index], b"\t" + parts[index], parts[index].lstrip(),
        ])
    return b"".join(parts)


def brackets(random, text):
    places = [i for i, byte in enumerate(text) if byte in b"{}[]()\"'`"]
    if not places:
        return insert(random, text)
    place = random.choice(places)
    return text[:place] + random.choice(TOKENS[:10]) + text[place + 1:]


ALL = [
    flip, insert, delete, truncate, drop_lines, repeat_lines, move_lines, swap_keys, other_value, nest,
    alias, lengthen, many, line_ends, indent, brackets,
]
# What makes a text large takes most of the time, and is tried less often.
WEIGHTS = [6, 10, 5, 4, 6, 4, 5, 6, 14, 3, 3, 2, 3, 3, 5, 5]


def mutate(random, text, others):
    """A text that was spoiled once or several times, now and then with a part of another."""
    if random.random() < 0.05:
        other = random.choice(others)
        text = text[:random.randrange(len(text) + 1)] + other[random.randrange(len(other) + 1):]
    for change in random.choices(ALL, WEIGHTS, k=random.choice([1, 1, 1, 2, 2, 3, 6])):
        # Several large changes on top of each other only test the limit of a file.
        if len(text) > 3_000_000:
            break
        text = change(random, text)
    return text
