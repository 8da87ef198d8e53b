"""Template text + recipient + facts → words."""
