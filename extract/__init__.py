"""Reads Arabic newswire into tables; runs nothing and stores nothing."""

import os

# Polars' allocator gives memory back to the system after half a second, and a batch asks for the
# same columns again a moment later: an eighth of the reading went into fetching it. It reads this
# when Polars is loaded, and a setting of the caller's stands. Columns of 8 MiB and more would be
# kept apart from all others (`oversize_threshold`), where what is free of the one is of no use to
# the other: that took another 130 MiB and more, and no less time.
os.environ.setdefault(
    "_RJEM_MALLOC_CONF", "dirty_decay_ms:10000,muzzy_decay_ms:10000,oversize_threshold:0"
)
