"""Dagster's instances; what they do is in the modules beside this folder."""
