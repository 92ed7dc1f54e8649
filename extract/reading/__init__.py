"""From documents to who said what about whom."""
