"""Arabic words: normalising, tokens, clitics, morphology, dates."""
