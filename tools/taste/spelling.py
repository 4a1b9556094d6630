# SPDX-License-Identifier: MIT
"""Spelling by hunspell, British English, with the words of levels/words.txt besides."""
import re
import subprocess

WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def unknown(texts, word_list):
    """The words among `texts` that neither the dictionary nor the list knows."""
    words = sorted({re.sub("'s$", "", word.replace("’", "'")) for text in texts
                    for word in WORDS.findall(re.sub(r"\{\w+\}", " ", text))})
    run = subprocess.run(["hunspell", "-i", "UTF-8", "-d", "en_GB", "-l"],
                         input="\n".join(words) + "\n", capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError("hunspell: " + run.stderr.strip())
    kept = {line.split("#")[0].strip() for line in word_list.read_text().splitlines()}
    return {word for word in run.stdout.split() if word not in kept}


def has_word(text, word):
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.replace("’", "'"))
