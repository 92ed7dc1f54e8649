"""What a materialization found, as Dagster's UI shows it."""
