"""A writer in Python for: case-agent --id py --writer command --exec 'python3 examples/writers/writer.py'

Reads one line of JSON, {"instruction": {...}, "problems": [...] or null}, and prints the text. Exit 3 passes on an
instruction; any other code but 0 is a failure. Replace `write` by a call of your model.
"""

import json
import sys


def write(instruction, problems):
    facts = instruction["prompt"].split("# Les mêmes faits, en clair\n")[1].split("\n\n")[0]
    lines = [line.split(" — ", 1)[-1] for line in facts.split("\n")]
    return "Voici ma situation. " + " ".join(line.strip(" -").capitalize() + "." for line in lines)


order = json.load(sys.stdin)
if not order["instruction"]["prompt"]:
    sys.exit(3)
print(write(order["instruction"], order["problems"]))
