"""How one greets. A module of the extension's own, beside extension.py."""

WORDS = {"english": "Hello", "french": "Bonjour", "german": "Guten Tag"}


def greeting(language, name):
    return "%s, %s!" % (WORDS.get(language, WORDS["english"]), name)
