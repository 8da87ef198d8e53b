"""Small things that templates say: a gift line, a change, a sort link."""


def describe_line(line):
    return str(line.item)
