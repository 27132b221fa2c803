"""The built-in sentence encoder: vocabulary, corpus, mined pairs, training, export."""
