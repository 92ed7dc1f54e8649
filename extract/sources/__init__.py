"""Bytes to `documents`: landed files of every format, decoded and checked. Enter by `landing`."""
