"""Reads Arabic newswire into tables; runs nothing and stores nothing."""

import os

# Polars' allocator gives memory back to the system after half a second, and a batch asks for the
# same columns again a moment later: an eighth of the reading went into fetching it. It reads this
# when Polars is loaded, and a setting of the caller's stands.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10000,muzzy_decay_ms:10000")
