"""Every write on letters several rows long: keyword-only, atomic, `by=` the actor."""
