#!/bin/sh
# A writer in shell for: case-agent --id sh --writer command --exec 'sh examples/writers/writer.sh'
# The order comes on standard input as one line of JSON; what is printed is the text. Here any program could stand.
order=$(cat)
case "$order" in *'"prompt"'*) ;; *) exit 3 ;; esac
echo "Bonjour, je vous écris au sujet d'une succession. Pouvez-vous m'aider ? Merci d'avance."
