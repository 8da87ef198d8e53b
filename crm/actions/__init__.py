"""Every write several rows long, a function each: keyword-only, atomic, `by=` the actor."""
