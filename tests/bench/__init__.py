"""Times and sizes against their limits, each beside a reference measured in the same run."""
