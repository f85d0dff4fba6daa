#!/usr/bin/env python3
"""Train a UDPipe 1 model on a treebank, for bench/syntax.py to compare with.

    train_udpipe.py TREEBANK.conllu MODEL.udpipe [ROUNDS]

Takes ufal.udpipe from PyPI, and the settings that UDPipe 1 has by default. With ROUNDS the tagger and the parser learn for
so many rounds only: a model as fast as a whole one, though a worse one, for measuring speed.
"""
import sys

import ufal.udpipe as udpipe

source, target = sys.argv[1:3]
options = f"iterations={sys.argv[3]}" if len(sys.argv) > 3 else udpipe.Trainer.DEFAULT
reader = udpipe.InputFormat.newConlluInputFormat()
with open(source, encoding="utf8") as file:
    reader.setText(file.read())
training, error = udpipe.Sentences(), udpipe.ProcessingError()
sentence = udpipe.Sentence()
while reader.nextSentence(sentence, error):
    training.append(sentence)
    sentence = udpipe.Sentence()
if error.occurred():
    sys.exit(error.message)
print(f"{len(training)} sentences")
model = udpipe.Trainer.train(
    "morphodita_parsito", training, udpipe.Sentences(), udpipe.Trainer.NONE, options, options, error
)
if error.occurred():
    sys.exit(error.message)
with open(target, "wb") as file:
    file.write(model if isinstance(model, bytes) else model.encode("utf8", "surrogateescape"))
