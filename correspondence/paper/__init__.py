"""Words + layout → HTML → PDF, Word file, slip, page images."""
