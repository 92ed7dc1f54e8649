"""Reads Arabic newswire into tables; runs nothing and stores nothing."""
